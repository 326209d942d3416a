package org.satchel.rules;

/**
 * Two records claim one unique value.
 *
 * @param holder the record that has it
 * @param slot the slot whose change would end it
 */
public record Clash(Row holder, Slot slot) {}
