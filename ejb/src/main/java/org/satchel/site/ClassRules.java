package org.satchel.site;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.satchel.model.EntityModels;
import org.satchel.model.Priority;
import org.satchel.model.RecordType;
import org.satchel.rules.ClassRule;
import org.satchel.rules.Policy;

/**
 * How this site settles conflicts, and what it sends ahead, by class. What is not named is {@link ClassRule#DEFAULT}, and goes ahead if its
 * entity says so. Each method joins the caller's transaction or is one of its own; a rule counts from the next batch of change sets on.
 */
@Stateless
@PermitAll
public class ClassRules {

    @Inject
    private Database database;

    @Inject
    private EntityModels models;

    @Inject
    private Sites sites;

    /** The rules that somebody set, by the class's entity name. */
    public Map<String, ClassRule> all() {
        var rules = new TreeMap<String, ClassRule>();
        database.query(row -> Map.entry(row.getString("type"), read(row)), "select * from satchel_class_rule")
                .forEach(entry -> rules.put(entry.getKey(), entry.getValue()));
        return rules;
    }

    /** The rule of every class that has records, by the class's entity name. */
    public Map<String, ClassRule> ofEveryClass() {
        var given = all();
        var every = new TreeMap<String, ClassRule>();
        models.current().types().stream()
                .filter(RecordType::concrete)
                .map(RecordType::name)
                .forEach(type -> every.put(type, given.getOrDefault(type, ClassRule.DEFAULT)));
        return every;
    }

    /** The classes that this site may not change, each with the one site that may. */
    public Map<String, UUID> authoredElsewhere() {
        var self = sites.self().uuid();
        var elsewhere = new TreeMap<String, UUID>();
        all().forEach((type, rule) -> {
            if (!rule.mayAuthor(self)) {
                elsewhere.put(type, rule.author());
            }
        });
        return elsewhere;
    }

    /** Which classes this site sends ahead when a backlog is long: what somebody set, otherwise what their entities say. */
    public Map<String, Priority> priorities() {
        var set = ahead();
        var priorities = new TreeMap<String, Priority>();
        for (RecordType type : models.current().types()) {
            var ahead = set.get(type.name());
            priorities.put(type.name(), ahead == null ? type.priority() : ahead ? Priority.AHEAD : Priority.NONE);
        }
        return priorities;
    }

    /** What somebody set of the classes that are sent ahead, or are not, whatever their entities say. */
    public Map<String, Boolean> ahead() {
        var set = new TreeMap<String, Boolean>();
        database.query(
                        row -> Map.entry(row.getString(1), row.getBoolean(2)),
                        "select type, ahead from satchel_class_rule where ahead is not null")
                .forEach(entry -> set.put(entry.getKey(), entry.getValue()));
        return set;
    }

    /**
     * Gives a class its rule. Whether it is sent ahead stays.
     *
     * @param author the site that alone may change the class; null unless the policy is {@link Policy#AUTHORED_AT}
     * @throws InvalidRule if there is no such class, or the author does not fit the policy
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void set(String type, Policy policy, UUID author) {
        requireType(type);
        if ((policy == Policy.AUTHORED_AT) != (author != null)) {
            throw new InvalidRule("AUTHORED_AT, and no other policy, names the one site that may change the class.");
        }
        var rule = new ClassRule(policy, author, Set.of());
        database.update(
                "insert into satchel_class_rule (type, policy, author) values (?, ?, ?)"
                        + " on duplicate key update policy = values(policy), author = values(author)",
                type,
                rule.policy().name(),
                author == null ? null : author.toString());
    }

    /**
     * Gives a class its rule, and says whether it is sent ahead.
     *
     * @param ahead whether its records are sent ahead when a backlog is long; null for what its entity says
     * @throws InvalidRule as {@link #set(String, Policy, UUID)}
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void set(String type, Policy policy, UUID author, Boolean ahead) {
        set(type, policy, author);
        database.update("update satchel_class_rule set ahead = ? where type = ?", ahead, type);
    }

    private void requireType(String type) {
        var model = models.current();
        if (model.find(type).isEmpty()) {
            throw new InvalidRule("There is no synchronised class of the name given; use one of "
                    + model.types().stream().map(RecordType::name).collect(Collectors.joining(", ")) + ".");
        }
    }

    private static ClassRule read(ResultSet row) throws SQLException {
        var author = row.getString("author");
        return new ClassRule(
                Policy.valueOf(row.getString("policy")), author == null ? null : UUID.fromString(author), Set.of());
    }
}
