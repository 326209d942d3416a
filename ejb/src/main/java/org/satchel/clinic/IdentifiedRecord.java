package org.satchel.clinic;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.hibernate.envers.Audited;

/** A record with a UUID of its own, by which every site knows it. OpenMRS has UUIDs of up to 38 characters that are no RFC 4122 ones. */
@MappedSuperclass
@Audited
public abstract class IdentifiedRecord {

    @NotNull
    @Size(max = 38)
    @Pattern(regexp = "[!-~]+", message = "must be of visible ASCII characters")
    @Column(columnDefinition = "char(38)", length = 38, nullable = false, unique = true, updatable = false)
    private String uuid;
}
