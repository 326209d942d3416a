package org.satchel.clinic;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.Locale;
import org.hibernate.envers.Audited;
import org.satchel.model.LastEdit;
import org.satchel.model.SentAhead;

/** A description of a concept in one language. */
@Entity
@Audited
@SentAhead
@Table(name = "concept_description")
public class ConceptDescription extends CreatedRecord {

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "concept_description")
    @TableGenerator(
            name = "concept_description",
            table = Keys.TABLE,
            pkColumnName = Keys.NAME,
            pkColumnValue = "concept_description",
            valueColumnName = Keys.NEXT_VALUE,
            allocationSize = Keys.BLOCK)
    @Column(name = "concept_description_id")
    private Integer conceptDescriptionId;

    @NotNull
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "concept_id", nullable = false)
    private Concept concept;

    @NotNull
    @Size(max = Text.MEDIUM)
    @Column(length = Text.MEDIUM, nullable = false)
    private String description;

    @NotNull
    @Column(length = 50, nullable = false)
    private Locale locale;

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
