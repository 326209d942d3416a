package org.satchel.digest;

/**
 * What a site holds of a type.
 *
 * @param count records
 * @param fingerprint 64 hexadecimal digits over all records with all that travels of them, independent of order and local keys
 */
public record Digest(String type, long count, String fingerprint) {}
