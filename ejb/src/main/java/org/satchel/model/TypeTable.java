package org.satchel.model;

import java.util.List;

/**
 * One table of a type: its only one, or one level of joined inheritance.
 *
 * @param name the table
 * @param auditName its audit table
 * @param keyColumns the primary key's columns, in the same order at every level
 * @param fields the fields that have their column here, the key's excepted
 * @param versionColumn the optimistic lock's column, never audited and never sent; null if there is none
 */
public record TypeTable(
        String name, String auditName, List<String> keyColumns, List<Field> fields, String versionColumn) {}
