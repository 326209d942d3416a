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
import org.hibernate.envers.Audited;

/** One observation: a question, which is a concept, and its answer in the value that fits the concept's datatype. */
@Entity
@Audited
@Table(name = "obs")
public class Obs extends VoidableRecord {

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "obs")
    @TableGenerator(
            name = "obs",
            table = Keys.TABLE,
            pkColumnName = Keys.NAME,
            pkColumnValue = "obs",
            valueColumnName = Keys.NEXT_VALUE,
            allocationSize = Keys.BLOCK)
    @Column(name = "obs_id")
    private Integer obsId;

    @NotNull
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "person_id", nullable = false)
    private Person person;

    @NotNull
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "concept_id", nullable = false)
    private Concept concept;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "encounter_id")
    private Encounter encounter;

    @NotNull
    @Column(name = "obs_datetime", nullable = false)
    private LocalDateTime obsDatetime;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "location_id")
    private Location location;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "obs_group_id")
    private Obs obsGroup;

    @Size(max = 255)
    @Column(name = "accession_number")
    private String accessionNumber;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "value_coded")
    private Concept valueCoded;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "value_coded_name_id")
    private ConceptName valueCodedName;

    @Column(name = "value_datetime")
    private LocalDateTime valueDatetime;

    @Column(name = "value_numeric")
    private Double valueNumeric;

    @Size(max = 2)
    @Column(name = "value_modifier", length = 2)
    private String valueModifier;

    @Size(max = Text.MEDIUM)
    @Column(name = "value_text", length = Text.MEDIUM)
    private String valueText;

    @Size(max = 255)
    @Column(name = "value_complex")
    private String valueComplex;

    @Size(max = 255)
    private String comments;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "previous_version")
    private Obs previousVersion;

    @Size(max = 255)
    @Column(name = "form_namespace_and_path")
    private String formNamespaceAndPath;
}
