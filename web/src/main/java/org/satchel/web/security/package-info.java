/**
 * Who may come in: people by a form and a session, machines and scripts by HTTP Basic, both against the site's accounts. Invariant: every
 * path but the login page, its resources and health needs a login. It must not know what the pages and resources do.
 */
package org.satchel.web.security;
