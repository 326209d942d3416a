package org.satchel.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import org.satchel.site.Accounts;

/** Gives Jakarta Security the site's accounts: the caller's name is the account's, the groups are its roles. */
@ApplicationScoped
public class AccountStore implements IdentityStore {

    @Inject
    private Accounts accounts;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        return credential instanceof UsernamePasswordCredential known
                ? validate(known)
                : CredentialValidationResult.NOT_VALIDATED_RESULT;
    }

    private CredentialValidationResult validate(UsernamePasswordCredential credential) {
        return accounts.verify(credential.getCaller(), credential.getPasswordAsString())
                .map(roles -> new CredentialValidationResult(credential.getCaller(), roles))
                .orElse(CredentialValidationResult.INVALID_RESULT);
    }
}
