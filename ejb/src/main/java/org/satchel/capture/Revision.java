package org.satchel.capture;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.envers.RevisionEntity;
import org.hibernate.envers.RevisionNumber;
import org.hibernate.envers.RevisionTimestamp;
import org.satchel.rules.Seen;

/**
 * What one committed transaction changed, as Envers' revision entity.
 *
 * <p>Its life: made by Envers before the transaction commits, filled by {@link RevisionWriter}, never changed afterwards except that the
 * journal gives it its position. The local number {@code id} orders audit rows at this site only; the UUID is the revision's identity
 * everywhere. The number comes from the database one by one (identity), because generators that reserve blocks number out of order.
 */
@Entity
@Table(name = "satchel_revision")
@RevisionEntity(RevisionWriter.class)
public class Revision {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @RevisionNumber
    private Long id;

    @RevisionTimestamp
    @Column(name = "made_at", nullable = false)
    private long madeAtMillis;

    @Column(nullable = false, columnDefinition = "char(36)")
    private String uuid;

    @Column(nullable = false, columnDefinition = "char(36)")
    private String origin;

    @Column(nullable = false)
    private String author;

    @Column(nullable = false, columnDefinition = "text")
    private String types = "";

    @Column(nullable = false)
    private int changes;

    @Column(nullable = false)
    private long seen;

    @Column(nullable = false)
    private long horizon;

    @Transient
    private boolean partial;

    /** The classes that may not be changed here, with the site that may. */
    @Transient
    private Map<String, UUID> authoredElsewhere = Map.of();

    /** @param parent what this site had received of its parent, and so the author could have seen */
    void begin(UUID revision, UUID site, String caller, Instant at, ParentSight.Received parent) {
        seen = parent.received();
        horizon = parent.received();
        partial = parent.isPartial();
        uuid = revision.toString();
        origin = site.toString();
        author = caller;
        madeAtMillis = at.toEpochMilli();
    }

    void forbid(Map<String, UUID> classes) {
        authoredElsewhere = Map.copyOf(classes);
    }

    /** The one site that may change the class, if it is not this one. */
    Optional<UUID> authorOf(String type) {
        return Optional.ofNullable(authoredElsewhere.get(type));
    }

    boolean mayNotHaveSeenAll() {
        return partial;
    }

    /** A change set of the parent's at that position has not reached a record that this revision changes. */
    void sawOnlyBefore(long position) {
        seen = Seen.of(seen, java.util.List.of(position));
    }

    void add(String type) {
        changes++;
        var all = new TreeSet<String>();
        if (!types.isEmpty()) {
            all.addAll(java.util.List.of(types.split(",")));
        }
        if (all.add(type)) {
            types = String.join(",", all);
        }
    }
}
