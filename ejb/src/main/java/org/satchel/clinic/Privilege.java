package org.satchel.clinic;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.hibernate.envers.Audited;
import org.satchel.model.SentAhead;

/** A permission. Its name is its key. */
@Entity
@Audited
@SentAhead
@Table(name = "privilege")
public class Privilege extends IdentifiedRecord {

    @Id
    @NotNull
    @Size(max = 255)
    @Column(nullable = false)
    private String privilege;

    @Size(max = Text.MEDIUM)
    @Column(length = Text.MEDIUM)
    private String description;
}
