/** Real sites on this machine: MariaDB, WildFly servers, and a client of their REST interface. The tests, the demo and the benchmark run on them. */
package org.satchel.world;
