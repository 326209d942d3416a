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

/** What a {@link PersonAttribute} means. Where {@code format} names a record class, the attribute's value holds that record's key. */
@Entity
@Audited
@SentAhead
@Table(name = "person_attribute_type")
public class PersonAttributeType extends EditedRetirableRecord {

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "person_attribute_type")
    @TableGenerator(
            name = "person_attribute_type",
            table = Keys.TABLE,
            pkColumnName = Keys.NAME,
            pkColumnValue = "person_attribute_type",
            valueColumnName = Keys.NEXT_VALUE,
            allocationSize = Keys.BLOCK)
    @Column(name = "person_attribute_type_id")
    private Integer personAttributeTypeId;

    @NotNull
    @Size(max = 50)
    @Column(length = 50, nullable = false)
    private String name;

    @Size(max = Text.MEDIUM)
    @Column(length = Text.MEDIUM)
    private String description;

    @Size(max = 50)
    @Column(length = 50)
    private String format;

    @Column(name = "foreign_key")
    private Integer foreignKey;

    @Column(nullable = false)
    private boolean searchable;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "edit_privilege")
    private Privilege editPrivilege;

    @Column(name = "sort_weight")
    private Double sortWeight;
}
