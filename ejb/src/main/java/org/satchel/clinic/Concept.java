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
import org.hibernate.envers.Audited;
import org.satchel.model.SentAhead;

/** An entry of the concept dictionary: a question or an answer. */
@Entity
@Audited
@SentAhead
@Table(name = "concept")
public class Concept extends EditedRetirableRecord {

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "concept")
    @TableGenerator(
            name = "concept",
            table = Keys.TABLE,
            pkColumnName = Keys.NAME,
            pkColumnValue = "concept",
            valueColumnName = Keys.NEXT_VALUE,
            allocationSize = Keys.BLOCK)
    @Column(name = "concept_id")
    private Integer conceptId;

    @Size(max = 255)
    @Column(name = "short_name")
    private String shortName;

    @Size(max = Text.MEDIUM)
    @Column(length = Text.MEDIUM)
    private String description;

    @Size(max = Text.MEDIUM)
    @Column(name = "form_text", length = Text.MEDIUM)
    private String formText;

    @NotNull
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "datatype_id", nullable = false)
    private ConceptDatatype datatype;

    @NotNull
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "class_id", nullable = false)
    private ConceptClass conceptClass;

    @Column(name = "is_set", nullable = false)
    private boolean isSet;

    @Size(max = 50)
    @Column(length = 50)
    private String version;
}
