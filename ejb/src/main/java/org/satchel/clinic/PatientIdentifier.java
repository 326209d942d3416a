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

/** A number or code by which a patient is known. */
@Entity
@Audited
@Table(name = "patient_identifier")
public class PatientIdentifier extends EditedVoidableRecord {

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "patient_identifier")
    @TableGenerator(
            name = "patient_identifier",
            table = Keys.TABLE,
            pkColumnName = Keys.NAME,
            pkColumnValue = "patient_identifier",
            valueColumnName = Keys.NEXT_VALUE,
            allocationSize = Keys.BLOCK)
    @Column(name = "patient_identifier_id")
    private Integer patientIdentifierId;

    @NotNull
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "patient_id", nullable = false)
    private Patient patient;

    @NotNull
    @Size(max = 50)
    @Column(length = 50, nullable = false)
    private String identifier;

    @NotNull
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "identifier_type", nullable = false)
    private PatientIdentifierType identifierType;

    @Column(nullable = false)
    private boolean preferred;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "location_id")
    private Location location;
}
