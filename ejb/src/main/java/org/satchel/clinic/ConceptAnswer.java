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
import org.hibernate.envers.Audited;
import org.satchel.model.SentAhead;

/** A concept that may answer a coded question. */
@Entity
@Audited
@SentAhead
@Table(name = "concept_answer")
public class ConceptAnswer extends CreatedRecord {

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "concept_answer")
    @TableGenerator(
            name = "concept_answer",
            table = Keys.TABLE,
            pkColumnName = Keys.NAME,
            pkColumnValue = "concept_answer",
            valueColumnName = Keys.NEXT_VALUE,
            allocationSize = Keys.BLOCK)
    @Column(name = "concept_answer_id")
    private Integer conceptAnswerId;

    @NotNull
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "concept_id", nullable = false)
    private Concept concept;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "answer_concept")
    private Concept answerConcept;

    @Column(name = "sort_weight")
    private Double sortWeight;
}
