/** Tests that run inside a site's server, with the zoo's entities beside the clinic's. */
package org.satchel.container;
