/**
 * The console: one Faces bean for a page, and what they need to put states and times into words. Invariant: no rule of the engine is
 * decided here and nothing is kept between requests; a page's whole state is in its URL. It must not show a record's values,
 * except where a person decides about them: the page of one conflict, only to who writes records, and that of a value to be replaced, only
 * to the administrator.
 */
package org.satchel.web.console;
