/**
 * This site, its links to its neighbours, and who may come in: identity, relationships, accounts and secrets. Invariant: a neighbour's UUID
 * is bound to one link for good, and a secret is stored hashed or encrypted, never plain. It must not know records, revisions or a transport.
 */
package org.satchel.site;
