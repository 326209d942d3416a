package org.satchel.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.ValidatorFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.satchel.site.ClassRules;
import org.satchel.site.KnownSites;
import org.satchel.site.Roles;
import org.satchel.site.Uuids;

/**
 * Any synchronised record as JSON, by JPA entity name and UUID: the way for scripts, importers and tests to change data.
 *
 * <p>A record is an object of {@code @type}, {@code uuid} and its properties: references as UUIDs, parts of an embeddable as
 * {@code owner.part}, collections as arrays, maps as objects, dates in ISO 8601, enums and classes by name, locales as language tags, bytes in
 * Base64. Each call is one transaction, and so one revision. Whatever cannot be done is a {@link RecordRefused}, and nothing of the call is
 * applied.
 */
@Stateless
@RolesAllowed({Roles.ADMINISTRATOR, Roles.CLERK})
public class Records {

    @PersistenceContext(unitName = "satchel")
    private EntityManager entities;

    @Resource
    private SessionContext session;

    @Inject
    private RecordShapes shapes;

    @Inject
    private ValidatorFactory validators;

    @Inject
    private Uuids uuids;

    @Inject
    private ClassRules rules;

    @Inject
    private KnownSites sites;

    @Inject
    @Any
    private Instance<RecordStamps> stamps;

    /**
     * Creates records of any types in one transaction. A record may refer to those before it.
     *
     * @param batch records that each name their {@code @type}; without {@code uuid} they get one
     * @return their names, in the same order
     */
    public List<RecordId> create(List<ObjectNode> batch) {
        return store().create(batch);
    }

    /** Creates one record and answers it as it now is. */
    public ObjectNode create(String type, ObjectNode json) {
        return store().create(type, json);
    }

    /** The record of that UUID. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.CLERK, Roles.VIEWER})
    public ObjectNode find(String type, String uuid) {
        return store().find(type, uuid);
    }

    /**
     * Records whose properties all equal the criteria.
     *
     * @param criteria text by property; a reference by its UUID, a member of a collection likewise
     * @param page from 0
     * @param size how many records on a page
     */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.CLERK, Roles.VIEWER})
    public RecordPage search(String type, Map<String, String> criteria, int page, int size) {
        return store().search(type, criteria, page, size);
    }

    /** Changes the members given; null clears one. Answers the record as it now is. */
    public ObjectNode change(String type, String uuid, ObjectNode json) {
        return store().change(type, uuid, json);
    }

    /** Deletes the record for good, here and at every site that has it. */
    public void delete(String type, String uuid) {
        store().delete(type, uuid);
    }

    /** Names of the type's properties that are taken but never shown, such as a password's hash. */
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.CLERK, Roles.VIEWER})
    public Set<String> hidden(String type) {
        return store().hidden(type);
    }

    private Authority authority() {
        return new Authority(rules::authoredElsewhere, sites::nameOf);
    }

    private RecordStore store() {
        var account = session.getCallerPrincipal().getName();
        return new RecordStore(entities, shapes, validators, uuids, new AllStamps(stamps, account), authority());
    }
}
