package org.satchel.site;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may log in at this site: a person, or a child's machine (role {@link Roles#SITE}).
 *
 * @param roles in alphabetical order
 */
public record Account(String name, Set<String> roles, boolean enabled) {

    public Account {
        roles = Collections.unmodifiableSortedSet(new TreeSet<>(roles));
    }
}
