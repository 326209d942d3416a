package org.satchel.site;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * Hashes and checks what accounts log in with. Both checks compare in constant time.
 *
 * <p>A person's password can be guessed, so each guess must cost: PBKDF2 with a salt, its parameters stored in the hash. A machine's secret is
 * 256 random bits that nobody can try out, so a plain fingerprint is as safe, and an exchange does not pay for stretching it. HTTP Basic sends
 * the password with every request; {@link VerifiedPasswords} makes the first one alone pay.
 */
@ApplicationScoped
class Passwords {

    static final int MIN_CHARACTERS = 8;
    static final int MAX_CHARACTERS = 200;

    private static final Map<String, String> PARAMETERS = Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
            "Pbkdf2PasswordHash.Iterations", "210000",
            "Pbkdf2PasswordHash.SaltSizeBytes", "32",
            "Pbkdf2PasswordHash.KeySizeBytes", "64");

    /** A hash that no password has: all zero. */
    private static final String NOBODYS = "PBKDF2WithHmacSHA512:210000:" + zeros(32) + ":" + zeros(64);

    @Inject
    private Pbkdf2PasswordHash stretching;

    @Inject
    private VerifiedPasswords verified;

    @PostConstruct
    void prepare() {
        stretching.initialize(PARAMETERS);
    }

    /** What is wrong with a person's new password. */
    static Optional<String> problem(String password) {
        return password.length() < MIN_CHARACTERS || password.length() > MAX_CHARACTERS
                ? Optional.of("must have " + MIN_CHARACTERS + " to " + MAX_CHARACTERS + " characters")
                : Optional.empty();
    }

    String hash(String password) {
        return stretching.generate(password.toCharArray());
    }

    boolean matches(String account, String password, String stored) {
        if (MachineSecret.isFingerprint(stored)) {
            return MachineSecret.matches(password, stored);
        }
        if (verified.contains(account, password, stored)) {
            return true;
        }
        var right = stretching.verify(password.toCharArray(), stored);
        if (right) {
            verified.add(account, password, stored);
        }
        return right;
    }

    /** Takes as long as a wrong password, so that the time of the answer does not tell which accounts exist. */
    void matchNobody(String password) {
        stretching.verify(password.toCharArray(), NOBODYS);
    }

    private static String zeros(int bytes) {
        return Base64.getEncoder().encodeToString(new byte[bytes]);
    }
}
