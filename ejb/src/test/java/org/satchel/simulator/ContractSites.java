package org.satchel.simulator;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.satchel.change.Operation;
import org.satchel.rules.Conflict;
import org.satchel.rules.Policy;

/**
 * A network of sites of the zoo's entities, as {@link WorkspaceContract} needs it: over stores in memory, and over real databases. A reference is
 * its target's UUID, a set, list or map is a {@code java.util} one of strings.
 */
public interface ContractSites extends AutoCloseable {

    /** One change of a transaction. @param fields what it sets, a collection as a whole; nothing for DELETED */
    record Edit(Operation operation, String type, String uuid, Map<String, Object> fields) {

        static Edit add(String type, String uuid, Map<String, Object> fields) {
            return new Edit(Operation.ADDED, type, uuid, fields);
        }

        static Edit modify(String type, String uuid, Map<String, Object> fields) {
            return new Edit(Operation.MODIFIED, type, uuid, fields);
        }

        static Edit delete(String type, String uuid) {
            return new Edit(Operation.DELETED, type, uuid, Map.of());
        }
    }

    /** @param parent null for the root */
    void create(String site, String parent);

    void policy(String site, String type, Policy policy);

    /** One transaction of the application. */
    void edit(String site, Edit... edits);

    /** All that the child has goes up, then all that the parent has comes down, and what is parked is tried again where it may help. */
    void exchange(String child, String parent);

    /** The last revision of the sender goes to the receiver ahead of its place. */
    void sendAhead(String sender, String receiver);

    /** What the last exchange carried arrives once more. */
    void repeat(String child, String parent);

    /** A person tries all that is parked again. */
    void retry(String site);

    /** A person rejects the parked revision. */
    void reject(String site, UUID revision);

    /** Keeps the site's database as it is now. */
    void backup(String site);

    /** The site's database becomes what it was when it was last kept. */
    void restore(String site);

    /** The child walks through its parent's journal, and both go on from where they agree. */
    void reconcile(String child, String parent);

    boolean exists(String site, String type, String uuid);

    Object value(String site, String type, String uuid, String field);

    List<Conflict> conflicts(String site);

    /** The parked revisions, in order. */
    List<UUID> parked(String site);

    @Override
    void close();
}
