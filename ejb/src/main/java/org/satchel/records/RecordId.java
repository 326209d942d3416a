package org.satchel.records;

/**
 * A record's name.
 *
 * @param type its JPA entity name
 * @param uuid its UUID
 */
public record RecordId(String type, String uuid) {}
