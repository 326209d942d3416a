package org.satchel.rules;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * How conflicts in records of a class are settled.
 *
 * @param author the one site that may change records of the class; null unless the policy is {@link Policy#AUTHORED_AT}
 * @param stamps fields that only tell who last changed the record and when: every edit sets them, so they never make a conflict
 */
public record ClassRule(Policy policy, UUID author, Set<String> stamps) {

    public static final ClassRule DEFAULT = new ClassRule(Policy.LAST_IN_WINS, null, Set.of());

    public ClassRule {
        Objects.requireNonNull(policy, "policy");
        stamps = Set.copyOf(stamps);
        if ((policy == Policy.AUTHORED_AT) != (author != null)) {
            throw new IllegalArgumentException("AUTHORED_AT, and no other policy, names a site");
        }
    }

    /** Whether a change made at the site may stand. */
    public boolean mayAuthor(UUID site) {
        return author == null || author.equals(site);
    }
}
