package org.satchel.clinic;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.hibernate.envers.Audited;
import org.satchel.model.SentAhead;

/** Units and limits of a concept whose datatype is numeric. It shares its concept's key, and so has that concept's UUID. */
@Entity
@Audited
@SentAhead
@Table(name = "concept_numeric")
public class ConceptNumeric {

    @Id
    private Integer conceptId;

    @NotNull
    @MapsId
    @OneToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "concept_id", nullable = false)
    private Concept concept;

    @Column(name = "hi_absolute")
    private Double hiAbsolute;

    @Column(name = "hi_critical")
    private Double hiCritical;

    @Column(name = "hi_normal")
    private Double hiNormal;

    @Column(name = "low_absolute")
    private Double lowAbsolute;

    @Column(name = "low_critical")
    private Double lowCritical;

    @Column(name = "low_normal")
    private Double lowNormal;

    @Size(max = 50)
    @Column(length = 50)
    private String units;

    @Column(nullable = false)
    private boolean precise;

    @Column(name = "display_precision")
    private Integer displayPrecision;
}
