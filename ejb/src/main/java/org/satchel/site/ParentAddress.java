package org.satchel.site;

import java.net.URI;

/** Where a parent's REST interface may be: an absolute http or https URL and nothing in it that could hide a password or be cut off. */
final class ParentAddress {

    private static final int MAX_CHARACTERS = 500;

    private ParentAddress() {}

    /** The address without a slash at its end, so that paths can be put after it. */
    static URI require(URI address) {
        var scheme = address.getScheme();
        var right = ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))
                && address.getHost() != null
                && address.getRawUserInfo() == null
                && address.getRawQuery() == null
                && address.getRawFragment() == null
                && address.toString().length() <= MAX_CHARACTERS;
        if (!right) {
            throw new InvalidLink(
                    "an address is like https://kigali.example/satchel/api: http or https, a host, no login, no query");
        }
        return URI.create(address.toString().replaceAll("/+$", ""));
    }
}
