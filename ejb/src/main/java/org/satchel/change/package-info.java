/**
 * The small model of what travels between sites. Invariant: nothing here knows a primary key, a table, a transport or a clock.
 */
package org.satchel.change;
