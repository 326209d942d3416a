/**
 * MicroProfile Health: whether the server should be restarted, and whether it can serve. Stands in the EAR's lib, because WildFly registers no
 * checks of an EAR's modules (WFLY-12835); so it sees nothing of them and asks the database itself. Invariant: says nothing that is not for
 * everybody, because health needs no login. It must not repair anything.
 */
package org.satchel.health;
