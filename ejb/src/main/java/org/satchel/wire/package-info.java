/**
 * The stream of a transmission: change sets as compressed JSON lines between a header and a trailer, as
 * docs/protocol.md has it.
 *
 * <p>Invariant: what is written reads back equal; a stream that is cut, changed or out of order is refused, and the
 * refusal never quotes what the stream holds. Must not know a database, a transport or a clock.
 */
package org.satchel.wire;
