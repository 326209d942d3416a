package org.satchel.clinic;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import org.hibernate.envers.Audited;
import org.satchel.model.LastEdit;

/** A person in care. It shares its person's key, and so has that person's UUID. */
@Entity
@Audited
@Table(name = "patient")
public class Patient implements Stamped {

    @Id
    private Integer patientId;

    @NotNull
    @MapsId
    @OneToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "patient_id", nullable = false)
    private Person person;

    @NotNull
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "creator", nullable = false)
    private User creator;

    @NotNull
    @Column(name = "date_created", nullable = false)
    private LocalDateTime dateCreated;

    @LastEdit
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "changed_by")
    private User changedBy;

    @LastEdit
    @Column(name = "date_changed")
    private LocalDateTime dateChanged;

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

    @NotNull
    @Size(max = 50)
    @Column(name = "allergy_status", length = 50, nullable = false)
    private String allergyStatus = "Unknown";

    @Override
    public void made(Stamp stamp) {
        creator = creator == null ? stamp.user() : creator;
        dateCreated = dateCreated == null ? stamp.at() : dateCreated;
        stampVoid(stamp);
    }

    @Override
    public void changed(Stamp stamp) {
        changedBy = stamp.leavesOpen("changedBy") ? stamp.user() : changedBy;
        dateChanged = stamp.leavesOpen("dateChanged") ? stamp.at() : dateChanged;
        stampVoid(stamp);
    }

    private void stampVoid(Stamp stamp) {
        if (voided) {
            voidedBy = voidedBy == null ? stamp.user() : voidedBy;
            dateVoided = dateVoided == null ? stamp.at() : dateVoided;
        }
    }
}
