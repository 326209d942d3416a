package org.satchel.site;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/**
 * Makes the account {@code admin} at the first start, with all roles of people.
 *
 * <p>Its password is the configured one, else a random one in the file {@code admin-password} of the data directory. A password configured
 * later changes nothing; to start over, delete the row of admin and restart.
 */
@Dependent
class FirstAccount {

    static final String NAME = "admin";
    static final String FILE = "admin-password";

    @Inject
    private AccountRows rows;

    @Inject
    private Passwords passwords;

    @Inject
    private SiteSettings settings;

    @Transactional
    void makeIfAbsent() {
        if (rows.find(NAME).isPresent()) {
            return;
        }
        if (settings.adminPassword().isPresent()) {
            makeConfigured(settings.adminPassword().get());
        } else {
            makeGenerated();
        }
    }

    private void makeConfigured(String password) {
        if (rows.add(NAME, passwords.hash(password), Roles.OF_PEOPLE)) {
            SiteMessages.LOG.madeConfiguredAdministrator();
        }
    }

    /** The file comes first, or a crash in between would leave an account that nobody can open. */
    private void makeGenerated() {
        var file = settings.dataDirectory().resolve(FILE).toAbsolutePath();
        try {
            Files.deleteIfExists(file);
            var password = MachineSecret.next();
            PrivateFiles.create(file, password + "\n");
            if (rows.add(NAME, passwords.hash(password), Roles.OF_PEOPLE)) {
                SiteMessages.LOG.madeAdministrator(file);
            } else {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the password of admin cannot be written to " + file, e);
        }
    }
}
