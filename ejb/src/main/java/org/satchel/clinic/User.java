package org.satchel.clinic;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.hibernate.envers.Audited;
import org.satchel.model.SentAhead;

/** Somebody who enters data. The password stands here as the clinic's application left it; nobody logs in to Satchel with it. */
@Entity
@Audited
@SentAhead
@Table(name = "users")
public class User extends EditedRetirableRecord {

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "users")
    @TableGenerator(
            name = "users",
            table = Keys.TABLE,
            pkColumnName = Keys.NAME,
            pkColumnValue = "users",
            valueColumnName = Keys.NEXT_VALUE,
            allocationSize = Keys.BLOCK)
    @Column(name = "user_id")
    private Integer userId;

    @NotNull
    @Size(max = 50)
    @Column(name = "system_id", length = 50, nullable = false)
    private String systemId;

    @Size(max = 50)
    @Column(length = 50)
    private String username;

    @Size(max = 128)
    @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
    @Column(length = 128)
    private String password;

    @Size(max = 128)
    @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
    @Column(length = 128)
    private String salt;

    @Size(max = 255)
    @Column(name = "secret_question")
    private String secretQuestion;

    @Size(max = 255)
    @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
    @Column(name = "secret_answer")
    private String secretAnswer;

    @NotNull
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "person_id", nullable = false)
    private Person person;

    @ManyToMany
    @JoinTable(
            name = "user_role",
            joinColumns = @JoinColumn(name = "user_id"),
            inverseJoinColumns = @JoinColumn(name = "role"))
    private Set<Role> roles = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "user_property", joinColumns = @JoinColumn(name = "user_id"))
    @MapKeyColumn(name = "property", length = 100)
    @Column(name = "property_value", nullable = false)
    private Map<@Size(max = 100) String, @NotNull @Size(max = 255) String> userProperties = new HashMap<>();
}
