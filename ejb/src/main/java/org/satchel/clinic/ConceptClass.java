package org.satchel.clinic;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.hibernate.envers.Audited;
import org.satchel.model.SentAhead;

/** What a concept is: a diagnosis, a drug, a test. */
@Entity
@Audited
@SentAhead
@Table(name = "concept_class")
public class ConceptClass extends RetirableRecord {

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "concept_class")
    @TableGenerator(
            name = "concept_class",
            table = Keys.TABLE,
            pkColumnName = Keys.NAME,
            pkColumnValue = "concept_class",
            valueColumnName = Keys.NEXT_VALUE,
            allocationSize = Keys.BLOCK)
    @Column(name = "concept_class_id")
    private Integer conceptClassId;

    @NotNull
    @Size(max = 255)
    @Column(nullable = false)
    private String name;

    @Size(max = 255)
    private String description;
}
