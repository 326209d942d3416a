/**
 * The console: one Faces bean for a page, and what they need to put states and times into words. Invariant: no rule of the engine is
 * decided here and nothing is kept between requests; a page's whole state is in its URL. It must not show a record's values,
 * except the page of one conflict, and that only to who writes records.
 */
package org.satchel.web.console;
