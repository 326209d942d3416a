package org.satchel.clinic;

import jakarta.persistence.Column;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import java.time.LocalDateTime;
import org.hibernate.envers.Audited;
import org.satchel.model.LastEdit;

/** A voidable record that says who changed it last. */
@MappedSuperclass
@Audited
public abstract class EditedVoidableRecord extends VoidableRecord {

    @LastEdit
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "changed_by")
    private User changedBy;

    @LastEdit
    @Column(name = "date_changed")
    private LocalDateTime dateChanged;

    @Override
    public void changed(Stamp stamp) {
        super.changed(stamp);
        changedBy = stamp.leavesOpen("changedBy") ? stamp.user() : changedBy;
        dateChanged = stamp.leavesOpen("dateChanged") ? stamp.at() : dateChanged;
    }
}
