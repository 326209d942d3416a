package org.satchel.site;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Who may log in at this site. Accounts of people are made here, those of children's machines with their link ({@link Links#addChild}).
 *
 * <p>Each method is one transaction, except {@link #verify}. An account is disabled, never deleted: its name stands in the history.
 */
@Stateless
@PermitAll
public class Accounts {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._@-]{1,100}");

    @Inject
    private AccountRows rows;

    @Inject
    private Passwords passwords;

    /**
     * The roles of the account if the password is right and the account enabled. Without a transaction: stretching takes a tenth of a second,
     * and no connection of the pool should be held meanwhile.
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<Set<String>> verify(String name, String password) {
        var found = rows.find(name).filter(stored -> stored.account().enabled());
        if (found.isEmpty()) {
            passwords.matchNobody(password);
            return Optional.empty();
        }
        return found.filter(stored -> passwords.matches(name, password, stored.hash()))
                .map(stored -> stored.account().roles());
    }

    /** The roles of an enabled account, for a caller that proved before who it is. */
    public Optional<Set<String>> rolesOf(String name) {
        return rows.find(name)
                .map(AccountRows.Stored::account)
                .filter(Account::enabled)
                .map(Account::roles);
    }

    /**
     * Makes a person's account.
     *
     * @return false if the name is taken
     * @throws InvalidAccount if the name, the password or a role cannot be
     */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public boolean create(String name, String password, Set<String> roles) {
        check(NAME.matcher(name).matches(), "a name has 1 to 100 letters, digits and . _ @ -");
        check(!name.startsWith(Links.ACCOUNT_PREFIX), "names with " + Links.ACCOUNT_PREFIX + " are for machines");
        check(
                !roles.isEmpty() && Roles.OF_PEOPLE.containsAll(roles),
                "roles are some of " + new TreeSet<>(Roles.OF_PEOPLE));
        checkPassword(password);
        return rows.add(name, passwords.hash(password), roles);
    }

    /** A disabled account cannot log in from its next request on. False if there is no such account. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public boolean enable(String name, boolean enabled) {
        var known = rows.enable(name, enabled);
        if (known) {
            SiteMessages.LOG.accountChanged(name, enabled ? "enabled" : "disabled");
        }
        return known;
    }

    /** Sets a person's new password. False if there is no such account, or if it is a machine's. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    public boolean changePassword(String name, String password) {
        checkPassword(password);
        var person = rows.find(name).filter(stored -> !stored.account().roles().contains(Roles.SITE));
        return person.isPresent() && rows.changeHash(name, passwords.hash(password));
    }

    @RolesAllowed(Roles.ADMINISTRATOR)
    public List<Account> all() {
        return rows.all();
    }

    private static void checkPassword(String password) {
        Passwords.problem(password).ifPresent(problem -> check(false, "a password " + problem));
    }

    private static void check(boolean right, String rule) {
        if (!right) {
            throw new InvalidAccount(rule);
        }
    }
}
