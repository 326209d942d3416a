/** The demonstration that {@code ./demo} runs: two sites, a clinic's data, changes at both, and the proof that they end equal. */
package org.satchel.demo;
