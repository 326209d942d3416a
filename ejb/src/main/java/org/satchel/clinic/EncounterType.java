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

/** A kind of {@link Encounter}, known by its unique name. */
@Entity
@Audited
@SentAhead
@Table(name = "encounter_type")
public class EncounterType extends EditedRetirableRecord {

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "encounter_type")
    @TableGenerator(
            name = "encounter_type",
            table = Keys.TABLE,
            pkColumnName = Keys.NAME,
            pkColumnValue = "encounter_type",
            valueColumnName = Keys.NEXT_VALUE,
            allocationSize = Keys.BLOCK)
    @Column(name = "encounter_type_id")
    private Integer encounterTypeId;

    @NotNull
    @Size(max = 50)
    @Column(length = 50, nullable = false, unique = true)
    private String name;

    @Size(max = Text.MEDIUM)
    @Column(length = Text.MEDIUM)
    private String description;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "edit_privilege")
    private Privilege editPrivilege;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "view_privilege")
    private Privilege viewPrivilege;
}
