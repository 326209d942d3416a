package org.satchel.change;

/**
 * One element's part of a change to a collection: an element of a set, an entry of a map, a place in a list.
 *
 * @param present true if the revision put the element there, false if it took it away
 * @param key the map key or the list index ({@code Long}); null where the collection has none
 * @param value the element: a wire value (see {@link Change}), or a map of wire values by field name for an embeddable
 */
public record ElementChange(boolean present, Object key, Object value) {}
