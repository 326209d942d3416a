/** Measurements: run by hand, never as a test. docs/benchmark.md tells how and what came out. */
package org.satchel.benchmark;
