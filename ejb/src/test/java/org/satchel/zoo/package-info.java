/** Entities with every mapping that another application may bring, and a site of them without a server: to test the engine on. */
package org.satchel.zoo;
