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
import java.util.Locale;
import org.hibernate.envers.Audited;
import org.satchel.model.SentAhead;

/** A name of a concept in one language. */
@Entity
@Audited
@SentAhead
@Table(name = "concept_name")
public class ConceptName extends VoidableRecord {

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "concept_name")
    @TableGenerator(
            name = "concept_name",
            table = Keys.TABLE,
            pkColumnName = Keys.NAME,
            pkColumnValue = "concept_name",
            valueColumnName = Keys.NEXT_VALUE,
            allocationSize = Keys.BLOCK)
    @Column(name = "concept_name_id")
    private Integer conceptNameId;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "concept_id")
    private Concept concept;

    @NotNull
    @Size(max = 255)
    @Column(nullable = false)
    private String name;

    @NotNull
    @Column(length = 50, nullable = false)
    private Locale locale;

    @Column(name = "locale_preferred")
    private Boolean localePreferred;

    @Size(max = 50)
    @Column(name = "concept_name_type", length = 50)
    private String conceptNameType;
}
