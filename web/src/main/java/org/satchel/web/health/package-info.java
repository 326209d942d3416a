/**
 * MicroProfile Health: whether the server should be restarted, and whether it can serve. Invariant: says nothing that is not for everybody,
 * because health needs no login. It must not repair anything.
 */
package org.satchel.web.health;
