package org.satchel.web.api;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.satchel.site.Link;
import org.satchel.site.LinkRole;

/**
 * A link as it is shown.
 *
 * @param neighbour the neighbour's site UUID; null until first contact
 * @param address PARENT: base URL of its REST interface
 * @param interval least time between automatic exchanges
 * @param acknowledgedPosition this site's position up to which all is safe at the neighbour
 * @param receivedPosition the neighbour's position up to which all is safe here
 */
public record LinkView(
        long id,
        LinkRole role,
        String name,
        UUID neighbour,
        URI address,
        String account,
        Duration interval,
        boolean enabled,
        long acknowledgedPosition,
        long receivedPosition) {

    static LinkView of(Link link) {
        return new LinkView(
                link.id(),
                link.role(),
                link.name(),
                link.neighbour(),
                link.address(),
                link.account(),
                link.interval(),
                link.enabled(),
                link.acknowledgedPosition(),
                link.receivedPosition());
    }
}
