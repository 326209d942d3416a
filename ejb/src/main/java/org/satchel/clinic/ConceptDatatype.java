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

/** How a concept is answered: coded, numeric, text, date. */
@Entity
@Audited
@SentAhead
@Table(name = "concept_datatype")
public class ConceptDatatype extends RetirableRecord {

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "concept_datatype")
    @TableGenerator(
            name = "concept_datatype",
            table = Keys.TABLE,
            pkColumnName = Keys.NAME,
            pkColumnValue = "concept_datatype",
            valueColumnName = Keys.NEXT_VALUE,
            allocationSize = Keys.BLOCK)
    @Column(name = "concept_datatype_id")
    private Integer conceptDatatypeId;

    @NotNull
    @Size(max = 255)
    @Column(nullable = false)
    private String name;

    @Size(max = 3)
    @Column(name = "hl7_abbreviation", length = 3)
    private String hl7Abbreviation;

    @Size(max = 255)
    private String description;
}
