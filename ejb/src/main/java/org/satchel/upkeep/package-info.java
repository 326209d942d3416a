/**
 * Around the path of the data: what it says of itself in figures. Invariant: reads in a fixed number of queries, whatever the size of the
 * tables. It must not change what it measures.
 */
package org.satchel.upkeep;
