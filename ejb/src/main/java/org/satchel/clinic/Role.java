package org.satchel.clinic;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.Set;
import org.hibernate.envers.Audited;
import org.satchel.model.SentAhead;

/** A named set of privileges. Its name is its key. */
@Entity
@Audited
@SentAhead
@Table(name = "role")
public class Role extends IdentifiedRecord {

    @Id
    @NotNull
    @Size(max = 50)
    @Column(length = 50, nullable = false)
    private String role;

    @Size(max = 255)
    private String description;

    @ManyToMany
    @JoinTable(
            name = "role_privilege",
            joinColumns = @JoinColumn(name = "role"),
            inverseJoinColumns = @JoinColumn(name = "privilege"))
    private Set<Privilege> privileges = new HashSet<>();
}
