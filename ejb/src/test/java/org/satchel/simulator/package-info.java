/**
 * Many sites in one seeded, single-threaded world: real rules and real wire code over stores in memory, with every fault that lines, memory
 * sticks, crashes and backups bring. Invariant: one seed is one history; nothing reads a clock or a random number of its own.
 */
package org.satchel.simulator;
