package org.satchel.site;

/** What may be the name of a site: 1 to 100 characters to show to people, nothing that could break a line of a log or a list. */
final class SiteNames {

    static final int MAX_CHARACTERS = 100;

    static final String RULE = "a site's name has 1 to " + MAX_CHARACTERS + " characters and no control characters";

    private SiteNames() {}

    static String require(String name) {
        if (!valid(name)) {
            throw new IllegalArgumentException(RULE);
        }
        return name;
    }

    static boolean valid(String name) {
        return name != null
                && !name.isBlank()
                && name.length() <= MAX_CHARACTERS
                && name.codePoints().noneMatch(Character::isISOControl);
    }
}
