package org.satchel.transmission;

import jakarta.ejb.ApplicationException;

/**
 * A transmission is not taken; nothing of it was applied.
 *
 * <p>The slug is the problem's type on the wire, one of those in docs/protocol.md.
 */
@ApplicationException(rollback = true)
public final class Refusal extends RuntimeException {

    private final String slug;
    private final int status;
    private final boolean retryable;
    private final String hint;

    public Refusal(int status, String slug, String detail, String hint, boolean retryable) {
        super(detail);
        this.slug = slug;
        this.status = status;
        this.retryable = retryable;
        this.hint = hint;
    }

    public String slug() {
        return slug;
    }

    /** The HTTP status that says the same. */
    public int status() {
        return status;
    }

    /** Whether trying again without a person's help can succeed. */
    public boolean retryable() {
        return retryable;
    }

    /** What to do next. */
    public String hint() {
        return hint;
    }
}
