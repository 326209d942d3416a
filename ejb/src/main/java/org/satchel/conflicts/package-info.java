/**
 * The values that did not stand: where, whose, why, and the way for a person to put one back or to let it rest. Invariant: a decision is a
 * normal write of the record and so one revision like any other, in the transaction that notes it. It must not decide by itself, nor show a
 * value to whoever may not see records.
 */
package org.satchel.conflicts;
