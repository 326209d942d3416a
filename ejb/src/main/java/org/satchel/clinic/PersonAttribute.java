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

/** A fact about a person whose meaning, and the form of whose value, its type says. */
@Entity
@Audited
@Table(name = "person_attribute")
public class PersonAttribute extends EditedVoidableRecord {

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "person_attribute")
    @TableGenerator(
            name = "person_attribute",
            table = Keys.TABLE,
            pkColumnName = Keys.NAME,
            pkColumnValue = "person_attribute",
            valueColumnName = Keys.NEXT_VALUE,
            allocationSize = Keys.BLOCK)
    @Column(name = "person_attribute_id")
    private Integer personAttributeId;

    @NotNull
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "person_id", nullable = false)
    private Person person;

    @NotNull
    @Size(max = 50)
    @Column(length = 50, nullable = false)
    private String value;

    @NotNull
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "person_attribute_type_id", nullable = false)
    private PersonAttributeType personAttributeType;
}
