package org.satchel.wire;

/** The names of members in the stream, as docs/protocol.md explains them. */
final class Members {

    static final String FORMAT = "satchel";
    static final String TRANSMISSION = "transmission";
    static final String SITE = "site";
    static final String INCARNATION = "incarnation";
    static final String FROM = "from";
    static final String TO = "to";
    static final String SCHEMA = "schema";
    static final String SETTLED = "settled";
    static final String LAST = "last";
    static final String AHEAD = "ahead";

    static final String POSITION = "pos";
    static final String SEEN = "seen";
    static final String REVISION = "rev";
    static final String ORIGIN = "origin";
    static final String AUTHOR = "author";
    static final String AT = "at";
    static final String CHANGES = "changes";

    static final String TYPE = "type";
    static final String UUID = "uuid";
    static final String OPERATION = "op";
    static final String FIELDS = "fields";
    static final String ELEMENTS = "elements";

    static final String KEY = "key";
    static final String PUT = "put";
    static final String TAKE = "take";

    static final String COUNT = "count";
    static final String SHA256 = "sha256";

    private Members() {}
}
