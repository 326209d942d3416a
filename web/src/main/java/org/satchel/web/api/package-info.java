/**
 * The REST interface under {@code /api}: one resource for each boundary of the engine, JSON in and out, refusals as problem documents
 * (RFC 9457). Invariant: every resource method asks for a role. It must not hold rules of its own; those are the boundaries'.
 */
package org.satchel.web.api;
