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
import java.time.LocalDateTime;
import org.hibernate.envers.Audited;

/** One address of a person; the numbered parts mean what the country uses them for. */
@Entity
@Audited
@Table(name = "person_address")
public class PersonAddress extends EditedVoidableRecord {

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "person_address")
    @TableGenerator(
            name = "person_address",
            table = Keys.TABLE,
            pkColumnName = Keys.NAME,
            pkColumnValue = "person_address",
            valueColumnName = Keys.NEXT_VALUE,
            allocationSize = Keys.BLOCK)
    @Column(name = "person_address_id")
    private Integer personAddressId;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "person_id")
    private Person person;

    @Column(nullable = false)
    private boolean preferred;

    @Size(max = 255)
    private String address1;

    @Size(max = 255)
    private String address2;

    @Size(max = 255)
    @Column(name = "city_village")
    private String cityVillage;

    @Size(max = 255)
    @Column(name = "state_province")
    private String stateProvince;

    @Size(max = 50)
    @Column(name = "postal_code", length = 50)
    private String postalCode;

    @Size(max = 50)
    @Column(length = 50)
    private String country;

    @Size(max = 50)
    @Column(length = 50)
    private String latitude;

    @Size(max = 50)
    @Column(length = 50)
    private String longitude;

    @Column(name = "start_date")
    private LocalDateTime startDate;

    @Column(name = "end_date")
    private LocalDateTime endDate;

    @Size(max = 255)
    @Column(name = "county_district")
    private String countyDistrict;

    @Size(max = 255)
    private String address3;

    @Size(max = 255)
    private String address4;

    @Size(max = 255)
    private String address5;

    @Size(max = 255)
    private String address6;

    @Size(max = 255)
    private String address7;

    @Size(max = 255)
    private String address8;

    @Size(max = 255)
    private String address9;

    @Size(max = 255)
    private String address10;

    @Size(max = 255)
    private String address11;

    @Size(max = 255)
    private String address12;

    @Size(max = 255)
    private String address13;

    @Size(max = 255)
    private String address14;

    @Size(max = 255)
    private String address15;
}
