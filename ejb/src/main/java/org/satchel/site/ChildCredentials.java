package org.satchel.site;

/** What a new child needs to log in here. The secret is shown this once; only its fingerprint is stored. */
public record ChildCredentials(long id, String account, String secret) {

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "ChildCredentials[id=" + id + ", account=" + account + "]";
    }
}
