package org.satchel.clinic;

import jakarta.persistence.Column;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDateTime;
import org.hibernate.envers.Audited;

/** A record that says who created it, and when. */
@MappedSuperclass
@Audited
public abstract class CreatedRecord extends IdentifiedRecord implements Stamped {

    @NotNull
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "creator", nullable = false)
    private User creator;

    @NotNull
    @Column(name = "date_created", nullable = false)
    private LocalDateTime dateCreated;

    @Override
    public void made(Stamp stamp) {
        creator = creator == null ? stamp.user() : creator;
        dateCreated = dateCreated == null ? stamp.at() : dateCreated;
    }

    @Override
    public void changed(Stamp stamp) {
        creator = creator == null ? stamp.user() : creator;
    }
}
