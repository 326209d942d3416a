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
import org.satchel.rules.ClassRule;
import org.satchel.rules.Policy;

/**
 * How this site settles conflicts, by class. What is not named is {@link ClassRule#DEFAULT}. Each method joins the caller's transaction or is
 * one of its own; a rule counts from the next batch of change sets on.
 */
@Stateless
@PermitAll
public class ClassRules {

    @Inject
    private Database database;

    /** The rules that somebody set, by the class's entity name. */
    public Map<String, ClassRule> all() {
        var rules = new TreeMap<String, ClassRule>();
        database.query(row -> Map.entry(row.getString("type"), read(row)), "select * from satchel_class_rule")
                .forEach(entry -> rules.put(entry.getKey(), entry.getValue()));
        return rules;
    }

    /** @param author the site that alone may change the class; null unless the policy is {@link Policy#AUTHORED_AT} */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public void set(String type, Policy policy, UUID author) {
        var rule = new ClassRule(policy, author, Set.of());
        database.update(
                "insert into satchel_class_rule (type, policy, author) values (?, ?, ?)"
                        + " on duplicate key update policy = values(policy), author = values(author)",
                type,
                rule.policy().name(),
                author == null ? null : author.toString());
    }

    private static ClassRule read(ResultSet row) throws SQLException {
        var author = row.getString("author");
        return new ClassRule(
                Policy.valueOf(row.getString("policy")), author == null ? null : UUID.fromString(author), Set.of());
    }
}
