package org.satchel.site;

import java.util.Set;

/** Who may log in at this site: a person, or a child's machine (role {@link Roles#SITE}). */
public record Account(String name, Set<String> roles, boolean enabled) {

    public Account {
        roles = Set.copyOf(roles);
    }
}
