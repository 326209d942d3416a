package org.satchel.wire;

import java.util.Locale;

/** Why a stream was refused: the closed list that both sides of an exchange understand. */
public enum WireCode {
    NOT_A_STREAM(false, "check that the address is a Satchel site and that no proxy rewrites the body"),
    UNKNOWN_FORMAT(false, "upgrade the site with the older version"),
    TRUNCATED(true, "send the transmission again"),
    DAMAGED(true, "send the transmission again"),
    CHECKSUM(true, "send the transmission again"),
    COUNT(false, "report it: the sender's software is at fault"),
    ORDER(false, "report it: the sender's software is at fault"),
    MALFORMED(false, "report it: the sender's software is at fault"),
    NOT_TEXT(false, "correct the text at the site where it was entered"),
    TOO_LARGE(false, "raise the limit at both sites, or make the change in smaller transactions");

    private final boolean retryable;
    private final String hint;

    WireCode(boolean retryable, String hint) {
        this.retryable = retryable;
        this.hint = hint;
    }

    /** The name in problem documents, such as {@code not-a-stream}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** True if the same transmission may pass when sent again. */
    public boolean retryable() {
        return retryable;
    }

    /** What to do next. */
    public String hint() {
        return hint;
    }
}
