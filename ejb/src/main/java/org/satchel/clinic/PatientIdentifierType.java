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

/** A kind of {@link PatientIdentifier}: who issues it and what it looks like. */
@Entity
@Audited
@SentAhead
@Table(name = "patient_identifier_type")
public class PatientIdentifierType extends RetirableRecord {

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "patient_identifier_type")
    @TableGenerator(
            name = "patient_identifier_type",
            table = Keys.TABLE,
            pkColumnName = Keys.NAME,
            pkColumnValue = "patient_identifier_type",
            valueColumnName = Keys.NEXT_VALUE,
            allocationSize = Keys.BLOCK)
    @Column(name = "patient_identifier_type_id")
    private Integer patientIdentifierTypeId;

    @NotNull
    @Size(max = 50)
    @Column(length = 50, nullable = false)
    private String name;

    @Size(max = Text.MEDIUM)
    @Column(length = Text.MEDIUM)
    private String description;

    @Size(max = 255)
    private String format;

    @Column(name = "check_digit", nullable = false)
    private boolean checkDigit;

    @Column(nullable = false)
    private boolean required;

    @Size(max = 255)
    @Column(name = "format_description")
    private String formatDescription;

    @Size(max = 200)
    @Column(length = 200)
    private String validator;

    @Size(max = 50)
    @Column(name = "location_behavior", length = 50)
    private String locationBehavior;

    @Size(max = 50)
    @Column(name = "uniqueness_behavior", length = 50)
    private String uniquenessBehavior;
}
