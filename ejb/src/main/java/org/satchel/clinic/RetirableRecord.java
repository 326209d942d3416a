package org.satchel.clinic;

import jakarta.persistence.Column;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import org.hibernate.envers.Audited;

/** A record of reference: it is retired, with a reason, when it should be chosen no more. */
@MappedSuperclass
@Audited
public abstract class RetirableRecord extends CreatedRecord {

    @Column(nullable = false)
    private boolean retired;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "retired_by")
    private User retiredBy;

    @Column(name = "date_retired")
    private LocalDateTime dateRetired;

    @Size(max = 255)
    @Column(name = "retire_reason")
    private String retireReason;

    @Override
    public void made(Stamp stamp) {
        super.made(stamp);
        stampRetire(stamp);
    }

    @Override
    public void changed(Stamp stamp) {
        super.changed(stamp);
        stampRetire(stamp);
    }

    private void stampRetire(Stamp stamp) {
        if (retired) {
            retiredBy = retiredBy == null ? stamp.user() : retiredBy;
            dateRetired = dateRetired == null ? stamp.at() : dateRetired;
        }
    }
}
