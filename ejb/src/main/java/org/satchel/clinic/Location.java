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

/** A place of care, possibly within another. */
@Entity
@Audited
@SentAhead
@Table(name = "location")
public class Location extends EditedRetirableRecord {

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "location")
    @TableGenerator(
            name = "location",
            table = Keys.TABLE,
            pkColumnName = Keys.NAME,
            pkColumnValue = "location",
            valueColumnName = Keys.NEXT_VALUE,
            allocationSize = Keys.BLOCK)
    @Column(name = "location_id")
    private Integer locationId;

    @NotNull
    @Size(max = 255)
    @Column(nullable = false)
    private String name;

    @Size(max = 255)
    private String description;

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

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "parent_location")
    private Location parentLocation;

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
