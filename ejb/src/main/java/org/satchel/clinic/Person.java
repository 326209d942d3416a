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
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.hibernate.envers.Audited;
import org.satchel.model.SentAhead;

/** A human being: patient, user or relative. A person becomes a patient when a {@link Patient} is made for it. */
@Entity
@Audited
@SentAhead(alone = false)
@Table(name = "person")
public class Person extends EditedVoidableRecord {

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "person")
    @TableGenerator(
            name = "person",
            table = Keys.TABLE,
            pkColumnName = Keys.NAME,
            pkColumnValue = "person",
            valueColumnName = Keys.NEXT_VALUE,
            allocationSize = Keys.BLOCK)
    @Column(name = "person_id")
    private Integer personId;

    @Size(max = 50)
    @Column(length = 50)
    private String gender;

    private LocalDate birthdate;

    @Column(name = "birthdate_estimated", nullable = false)
    private boolean birthdateEstimated;

    @Column(nullable = false)
    private boolean dead;

    @Column(name = "death_date")
    private LocalDateTime deathDate;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "cause_of_death")
    private Concept causeOfDeath;

    @Column(name = "deathdate_estimated", nullable = false)
    private boolean deathdateEstimated;

    private LocalTime birthtime;
}
