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
import java.time.LocalDateTime;
import org.hibernate.envers.Audited;

/** What happened between a patient and a provider at one place and time. */
@Entity
@Audited
@Table(name = "encounter")
public class Encounter extends EditedVoidableRecord {

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "encounter")
    @TableGenerator(
            name = "encounter",
            table = Keys.TABLE,
            pkColumnName = Keys.NAME,
            pkColumnValue = "encounter",
            valueColumnName = Keys.NEXT_VALUE,
            allocationSize = Keys.BLOCK)
    @Column(name = "encounter_id")
    private Integer encounterId;

    @NotNull
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "encounter_type", nullable = false)
    private EncounterType encounterType;

    @NotNull
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "patient_id", nullable = false)
    private Patient patient;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "location_id")
    private Location location;

    @NotNull
    @Column(name = "encounter_datetime", nullable = false)
    private LocalDateTime encounterDatetime;
}
