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

/** One name of a person, of which one is preferred. */
@Entity
@Audited
@SentAhead(alone = false)
@Table(name = "person_name")
public class PersonName extends EditedVoidableRecord {

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "person_name")
    @TableGenerator(
            name = "person_name",
            table = Keys.TABLE,
            pkColumnName = Keys.NAME,
            pkColumnValue = "person_name",
            valueColumnName = Keys.NEXT_VALUE,
            allocationSize = Keys.BLOCK)
    @Column(name = "person_name_id")
    private Integer personNameId;

    @Column(nullable = false)
    private boolean preferred;

    @NotNull
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "person_id", nullable = false)
    private Person person;

    @Size(max = 50)
    @Column(length = 50)
    private String prefix;

    @Size(max = 50)
    @Column(name = "given_name", length = 50)
    private String givenName;

    @Size(max = 50)
    @Column(name = "middle_name", length = 50)
    private String middleName;

    @Size(max = 50)
    @Column(name = "family_name_prefix", length = 50)
    private String familyNamePrefix;

    @Size(max = 50)
    @Column(name = "family_name", length = 50)
    private String familyName;

    @Size(max = 50)
    @Column(name = "family_name2", length = 50)
    private String familyName2;

    @Size(max = 50)
    @Column(name = "family_name_suffix", length = 50)
    private String familyNameSuffix;

    @Size(max = 50)
    @Column(length = 50)
    private String degree;
}
