package org.satchel.clinic;

import jakarta.persistence.Column;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import org.hibernate.envers.Audited;

/** A record of care: it is voided, with a reason, rather than deleted. */
@MappedSuperclass
@Audited
public abstract class VoidableRecord extends CreatedRecord {

    @Column(nullable = false)
    private boolean voided;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "voided_by")
    private User voidedBy;

    @Column(name = "date_voided")
    private LocalDateTime dateVoided;

    @Size(max = 255)
    @Column(name = "void_reason")
    private String voidReason;

    @Override
    public void made(Stamp stamp) {
        super.made(stamp);
        stampVoid(stamp);
    }

    @Override
    public void changed(Stamp stamp) {
        super.changed(stamp);
        stampVoid(stamp);
    }

    private void stampVoid(Stamp stamp) {
        if (voided) {
            voidedBy = voidedBy == null ? stamp.user() : voidedBy;
            dateVoided = dateVoided == null ? stamp.at() : dateVoided;
        }
    }
}
