package org.satchel.site;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

/**
 * The relationship with one neighbour, as it stood when it was read: positions move on with every exchange.
 *
 * @param neighbour the neighbour's site UUID; null until first contact, never another one afterwards
 * @param neighbourIncarnation the life of its database; null until first contact
 * @param address base URL of the parent's REST interface without a slash at the end; null for a child, which calls us
 * @param account PARENT: the name to log in there; CHILD: its account here
 * @param interval least time between automatic exchanges; zero is at once
 * @param acknowledgedPosition our position up to which all is safe in the neighbour's database
 * @param receivedPosition the neighbour's position up to which all is safe in our database
 * @param returnsUntil CHILD: up to this position of its, since both journals were compared, it may bring back what other sites made
 */
public record Link(
        long id,
        LinkRole role,
        String name,
        UUID neighbour,
        UUID neighbourIncarnation,
        URI address,
        String account,
        Duration interval,
        boolean enabled,
        long acknowledgedPosition,
        long receivedPosition,
        long returnsUntil) {

    public Link {
        Objects.requireNonNull(role, "role");
        SiteNames.require(name);
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(interval, "interval");
    }

    /** True once the neighbour has shown itself. */
    public boolean isBound() {
        return neighbour != null;
    }
}
