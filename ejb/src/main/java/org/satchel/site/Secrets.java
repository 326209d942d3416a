package org.satchel.site;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * Encrypts the secrets that must be sent again, under the site key: a file beside the database, never in it, so that a database dump alone
 * tells nothing. The file is made at first use; the nodes of one site share it. Thread-safe.
 */
@ApplicationScoped
class Secrets {

    @Inject
    private SiteSettings settings;

    @Inject
    private Uuids uuids;

    private volatile Aead aead;

    Secrets() {}

    Secrets(SiteSettings settings, Uuids uuids) {
        this.settings = settings;
        this.uuids = uuids;
    }

    /** @param owner what the secret belongs to; it can only be decrypted for the same owner */
    byte[] encrypt(String secret, String owner) {
        try {
            return aead().encrypt(bytes(secret), bytes(owner));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret cannot be encrypted", e);
        }
    }

    /** @throws UnreadableSecret if it was encrypted under another key or for another owner, or was damaged */
    String decrypt(byte[] encrypted, String owner) {
        try {
            return new String(aead().decrypt(encrypted, bytes(owner)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new UnreadableSecret(e);
        }
    }

    private Aead aead() {
        if (aead == null) {
            aead = open(settings.keyFile());
        }
        return aead;
    }

    private Aead open(Path file) {
        try {
            AeadConfig.register();
            if (!Files.exists(file)) {
                make(file);
            }
            var keys = TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
            return keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the site key " + file + " can be neither read nor made", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the site key " + file + " is damaged; bring it back from its backup", e);
        }
    }

    private void make(Path file) throws GeneralSecurityException, IOException {
        var keys = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
        var json = TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
        try {
            PrivateFiles.createWhole(file, json, uuids.next().toString());
            SiteMessages.LOG.madeKey(file);
        } catch (FileAlreadyExistsException e) {
            SiteMessages.LOG.debugf("another node made the site key %s first", file);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
