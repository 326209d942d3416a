package org.satchel.site;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The rows of {@code satchel_origin}: which sites are reached through which child. */
@Dependent
class OriginRows {

    @Inject
    private Database database;

    /** All sites below this one by UUID, each with the link it is reached through. */
    Map<UUID, Long> links() {
        var links = new HashMap<UUID, Long>();
        database.query(
                row -> links.put(UUID.fromString(row.getString("site")), row.getLong("link_id")),
                "select site, link_id from satchel_origin");
        return links;
    }

    List<OriginSite> of(long link) {
        return read("where link_id = ?", link);
    }

    List<OriginSite> all() {
        return read("");
    }

    /** Adds the sites to the link and takes new names over; a site that another link holds is left as it is. */
    void put(long link, List<OriginSite> sites) {
        database.batch(
                "insert into satchel_origin (site, name, link_id) values (?, ?, ?)"
                        + " on duplicate key update name = if(link_id = values(link_id), values(name), name)",
                sites,
                site -> new Object[] {site.uuid().toString(), site.name(), link});
    }

    /** They are below this child no more; what it still carries of theirs is taken. */
    void release(long link, List<OriginSite> sites) {
        database.batch("insert ignore into satchel_former_origin (site, link_id) values (?, ?)", sites, site ->
                new Object[] {site.uuid().toString(), link});
        database.batch("delete from satchel_origin where site = ? and link_id = ?", sites, site ->
                new Object[] {site.uuid().toString(), link});
    }

    void bring(long link, Collection<UUID> sites) {
        database.batch(
                "insert ignore into satchel_former_origin (site, link_id) values (?, ?)", List.copyOf(sites), site ->
                        new Object[] {site.toString(), link});
    }

    List<UUID> allFormer() {
        return database.query(
                row -> UUID.fromString(row.getString("site")), "select distinct site from satchel_former_origin");
    }

    List<UUID> former(long link) {
        return database.query(
                row -> UUID.fromString(row.getString("site")),
                "select site from satchel_former_origin where link_id = ?",
                link);
    }

    private List<OriginSite> read(String where, Object... parameters) {
        return database.query(
                row -> new OriginSite(UUID.fromString(row.getString("site")), row.getString("name")),
                "select site, name from satchel_origin " + where + " order by site",
                parameters);
    }
}
