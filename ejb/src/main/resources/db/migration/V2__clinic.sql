-- The clinic's records, on the tables and columns of OpenMRS 2.x, and the audit tables that Envers keeps beside them.
-- Names are compared byte by byte where they are keys, so that every site agrees on what is the same.

-- Tables refer to each other in circles (a person was created by a user, who is a person).
set foreign_key_checks = 0;

-- The next free key of each record table; Hibernate takes them in blocks.
create table if not exists satchel_key (
  name varchar(64) character set ascii collate ascii_bin not null primary key,
  next_value bigint not null
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

insert ignore into satchel_key (name, next_value) values
  ('person', 2),
  ('person_name', 1),
  ('person_address', 1),
  ('person_attribute_type', 1),
  ('person_attribute', 1),
  ('patient_identifier_type', 1),
  ('patient_identifier', 1),
  ('location', 1),
  ('encounter_type', 1),
  ('encounter', 1),
  ('obs', 1),
  ('concept_class', 1),
  ('concept_datatype', 1),
  ('concept', 1),
  ('concept_name', 1),
  ('concept_description', 1),
  ('concept_answer', 1),
  ('users', 2);

create table if not exists person (
  person_id int not null,
  gender varchar(50),
  birthdate date,
  birthdate_estimated boolean not null default false,
  dead boolean not null default false,
  death_date datetime,
  cause_of_death int,
  creator int,
  date_created datetime not null,
  changed_by int,
  date_changed datetime,
  voided boolean not null default false,
  voided_by int,
  date_voided datetime,
  void_reason varchar(255),
  uuid char(38) character set ascii collate ascii_bin not null,
  deathdate_estimated boolean not null default false,
  birthtime time,
  primary key (person_id),
  unique key person_uuid (uuid),
  key person_birthdate (birthdate),
  constraint person_cause_of_death_fk foreign key (cause_of_death) references concept (concept_id),
  constraint person_creator_fk foreign key (creator) references users (user_id),
  constraint person_changed_by_fk foreign key (changed_by) references users (user_id),
  constraint person_voided_by_fk foreign key (voided_by) references users (user_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists person_name (
  person_name_id int not null,
  preferred boolean not null default false,
  person_id int not null,
  prefix varchar(50),
  given_name varchar(50),
  middle_name varchar(50),
  family_name_prefix varchar(50),
  family_name varchar(50),
  family_name2 varchar(50),
  family_name_suffix varchar(50),
  degree varchar(50),
  creator int not null,
  date_created datetime not null,
  voided boolean not null default false,
  voided_by int,
  date_voided datetime,
  void_reason varchar(255),
  changed_by int,
  date_changed datetime,
  uuid char(38) character set ascii collate ascii_bin not null,
  primary key (person_name_id),
  unique key person_name_uuid (uuid),
  key person_name_given_name (given_name),
  key person_name_family_name (family_name),
  constraint person_name_person_id_fk foreign key (person_id) references person (person_id),
  constraint person_name_creator_fk foreign key (creator) references users (user_id),
  constraint person_name_voided_by_fk foreign key (voided_by) references users (user_id),
  constraint person_name_changed_by_fk foreign key (changed_by) references users (user_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists person_address (
  person_address_id int not null,
  person_id int,
  preferred boolean not null default false,
  address1 varchar(255),
  address2 varchar(255),
  city_village varchar(255),
  state_province varchar(255),
  postal_code varchar(50),
  country varchar(50),
  latitude varchar(50),
  longitude varchar(50),
  start_date datetime,
  end_date datetime,
  creator int not null,
  date_created datetime not null,
  voided boolean not null default false,
  voided_by int,
  date_voided datetime,
  void_reason varchar(255),
  county_district varchar(255),
  address3 varchar(255),
  address4 varchar(255),
  address5 varchar(255),
  address6 varchar(255),
  date_changed datetime,
  changed_by int,
  uuid char(38) character set ascii collate ascii_bin not null,
  address7 varchar(255),
  address8 varchar(255),
  address9 varchar(255),
  address10 varchar(255),
  address11 varchar(255),
  address12 varchar(255),
  address13 varchar(255),
  address14 varchar(255),
  address15 varchar(255),
  primary key (person_address_id),
  unique key person_address_uuid (uuid),
  constraint person_address_person_id_fk foreign key (person_id) references person (person_id),
  constraint person_address_creator_fk foreign key (creator) references users (user_id),
  constraint person_address_voided_by_fk foreign key (voided_by) references users (user_id),
  constraint person_address_changed_by_fk foreign key (changed_by) references users (user_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists person_attribute_type (
  person_attribute_type_id int not null,
  name varchar(50) not null,
  description mediumtext,
  format varchar(50),
  foreign_key int,
  searchable boolean not null default false,
  creator int not null,
  date_created datetime not null,
  changed_by int,
  date_changed datetime,
  retired boolean not null default false,
  retired_by int,
  date_retired datetime,
  retire_reason varchar(255),
  edit_privilege varchar(255) collate utf8mb4_bin,
  sort_weight double,
  uuid char(38) character set ascii collate ascii_bin not null,
  primary key (person_attribute_type_id),
  unique key person_attribute_type_uuid (uuid),
  key person_attribute_type_name (name),
  constraint person_attribute_type_creator_fk foreign key (creator) references users (user_id),
  constraint person_attribute_type_changed_by_fk foreign key (changed_by) references users (user_id),
  constraint person_attribute_type_retired_by_fk foreign key (retired_by) references users (user_id),
  constraint person_attribute_type_edit_privilege_fk foreign key (edit_privilege) references privilege (privilege)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists person_attribute (
  person_attribute_id int not null,
  person_id int not null,
  value varchar(50) not null,
  person_attribute_type_id int not null,
  creator int not null,
  date_created datetime not null,
  changed_by int,
  date_changed datetime,
  voided boolean not null default false,
  voided_by int,
  date_voided datetime,
  void_reason varchar(255),
  uuid char(38) character set ascii collate ascii_bin not null,
  primary key (person_attribute_id),
  unique key person_attribute_uuid (uuid),
  constraint person_attribute_person_id_fk foreign key (person_id) references person (person_id),
  constraint person_attribute_person_attribute_type_id_fk foreign key (person_attribute_type_id) references person_attribute_type (person_attribute_type_id),
  constraint person_attribute_creator_fk foreign key (creator) references users (user_id),
  constraint person_attribute_changed_by_fk foreign key (changed_by) references users (user_id),
  constraint person_attribute_voided_by_fk foreign key (voided_by) references users (user_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists patient (
  patient_id int not null,
  creator int not null,
  date_created datetime not null,
  changed_by int,
  date_changed datetime,
  voided boolean not null default false,
  voided_by int,
  date_voided datetime,
  void_reason varchar(255),
  allergy_status varchar(50) not null,
  primary key (patient_id),
  constraint patient_patient_id_fk foreign key (patient_id) references person (person_id),
  constraint patient_creator_fk foreign key (creator) references users (user_id),
  constraint patient_changed_by_fk foreign key (changed_by) references users (user_id),
  constraint patient_voided_by_fk foreign key (voided_by) references users (user_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists patient_identifier_type (
  patient_identifier_type_id int not null,
  name varchar(50) not null,
  description mediumtext,
  format varchar(255),
  check_digit boolean not null default false,
  creator int not null,
  date_created datetime not null,
  required boolean not null default false,
  format_description varchar(255),
  validator varchar(200),
  location_behavior varchar(50),
  retired boolean not null default false,
  retired_by int,
  date_retired datetime,
  retire_reason varchar(255),
  uuid char(38) character set ascii collate ascii_bin not null,
  uniqueness_behavior varchar(50),
  primary key (patient_identifier_type_id),
  unique key patient_identifier_type_uuid (uuid),
  constraint patient_identifier_type_creator_fk foreign key (creator) references users (user_id),
  constraint patient_identifier_type_retired_by_fk foreign key (retired_by) references users (user_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists patient_identifier (
  patient_identifier_id int not null,
  patient_id int not null,
  identifier varchar(50) not null,
  identifier_type int not null,
  preferred boolean not null default false,
  location_id int,
  creator int not null,
  date_created datetime not null,
  date_changed datetime,
  changed_by int,
  voided boolean not null default false,
  voided_by int,
  date_voided datetime,
  void_reason varchar(255),
  uuid char(38) character set ascii collate ascii_bin not null,
  primary key (patient_identifier_id),
  unique key patient_identifier_uuid (uuid),
  key patient_identifier_identifier (identifier),
  constraint patient_identifier_patient_id_fk foreign key (patient_id) references patient (patient_id),
  constraint patient_identifier_identifier_type_fk foreign key (identifier_type) references patient_identifier_type (patient_identifier_type_id),
  constraint patient_identifier_location_id_fk foreign key (location_id) references location (location_id),
  constraint patient_identifier_creator_fk foreign key (creator) references users (user_id),
  constraint patient_identifier_changed_by_fk foreign key (changed_by) references users (user_id),
  constraint patient_identifier_voided_by_fk foreign key (voided_by) references users (user_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists location (
  location_id int not null,
  name varchar(255) not null,
  description varchar(255),
  address1 varchar(255),
  address2 varchar(255),
  city_village varchar(255),
  state_province varchar(255),
  postal_code varchar(50),
  country varchar(50),
  latitude varchar(50),
  longitude varchar(50),
  creator int not null,
  date_created datetime not null,
  county_district varchar(255),
  address3 varchar(255),
  address4 varchar(255),
  address5 varchar(255),
  address6 varchar(255),
  retired boolean not null default false,
  retired_by int,
  date_retired datetime,
  retire_reason varchar(255),
  parent_location int,
  uuid char(38) character set ascii collate ascii_bin not null,
  changed_by int,
  date_changed datetime,
  address7 varchar(255),
  address8 varchar(255),
  address9 varchar(255),
  address10 varchar(255),
  address11 varchar(255),
  address12 varchar(255),
  address13 varchar(255),
  address14 varchar(255),
  address15 varchar(255),
  primary key (location_id),
  unique key location_uuid (uuid),
  key location_name (name),
  constraint location_creator_fk foreign key (creator) references users (user_id),
  constraint location_retired_by_fk foreign key (retired_by) references users (user_id),
  constraint location_parent_location_fk foreign key (parent_location) references location (location_id),
  constraint location_changed_by_fk foreign key (changed_by) references users (user_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists encounter_type (
  encounter_type_id int not null,
  name varchar(50) collate utf8mb4_bin not null,
  description mediumtext,
  creator int not null,
  date_created datetime not null,
  retired boolean not null default false,
  retired_by int,
  date_retired datetime,
  retire_reason varchar(255),
  uuid char(38) character set ascii collate ascii_bin not null,
  edit_privilege varchar(255) collate utf8mb4_bin,
  view_privilege varchar(255) collate utf8mb4_bin,
  changed_by int,
  date_changed datetime,
  primary key (encounter_type_id),
  unique key encounter_type_uuid (uuid),
  unique key encounter_type_name (name),
  constraint encounter_type_creator_fk foreign key (creator) references users (user_id),
  constraint encounter_type_retired_by_fk foreign key (retired_by) references users (user_id),
  constraint encounter_type_edit_privilege_fk foreign key (edit_privilege) references privilege (privilege),
  constraint encounter_type_view_privilege_fk foreign key (view_privilege) references privilege (privilege),
  constraint encounter_type_changed_by_fk foreign key (changed_by) references users (user_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists encounter (
  encounter_id int not null,
  encounter_type int not null,
  patient_id int not null,
  location_id int,
  encounter_datetime datetime not null,
  creator int not null,
  date_created datetime not null,
  voided boolean not null default false,
  voided_by int,
  date_voided datetime,
  void_reason varchar(255),
  changed_by int,
  date_changed datetime,
  uuid char(38) character set ascii collate ascii_bin not null,
  primary key (encounter_id),
  unique key encounter_uuid (uuid),
  key encounter_encounter_datetime (encounter_datetime),
  constraint encounter_encounter_type_fk foreign key (encounter_type) references encounter_type (encounter_type_id),
  constraint encounter_patient_id_fk foreign key (patient_id) references patient (patient_id),
  constraint encounter_location_id_fk foreign key (location_id) references location (location_id),
  constraint encounter_creator_fk foreign key (creator) references users (user_id),
  constraint encounter_voided_by_fk foreign key (voided_by) references users (user_id),
  constraint encounter_changed_by_fk foreign key (changed_by) references users (user_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists obs (
  obs_id int not null,
  person_id int not null,
  concept_id int not null,
  encounter_id int,
  obs_datetime datetime not null,
  location_id int,
  obs_group_id int,
  accession_number varchar(255),
  value_coded int,
  value_coded_name_id int,
  value_datetime datetime,
  value_numeric double,
  value_modifier varchar(2),
  value_text mediumtext,
  value_complex varchar(255),
  comments varchar(255),
  creator int not null,
  date_created datetime not null,
  voided boolean not null default false,
  voided_by int,
  date_voided datetime,
  void_reason varchar(255),
  uuid char(38) character set ascii collate ascii_bin not null,
  previous_version int,
  form_namespace_and_path varchar(255),
  primary key (obs_id),
  unique key obs_uuid (uuid),
  key obs_obs_datetime (obs_datetime),
  constraint obs_person_id_fk foreign key (person_id) references person (person_id),
  constraint obs_concept_id_fk foreign key (concept_id) references concept (concept_id),
  constraint obs_encounter_id_fk foreign key (encounter_id) references encounter (encounter_id),
  constraint obs_location_id_fk foreign key (location_id) references location (location_id),
  constraint obs_obs_group_id_fk foreign key (obs_group_id) references obs (obs_id),
  constraint obs_value_coded_fk foreign key (value_coded) references concept (concept_id),
  constraint obs_value_coded_name_id_fk foreign key (value_coded_name_id) references concept_name (concept_name_id),
  constraint obs_creator_fk foreign key (creator) references users (user_id),
  constraint obs_voided_by_fk foreign key (voided_by) references users (user_id),
  constraint obs_previous_version_fk foreign key (previous_version) references obs (obs_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists concept_class (
  concept_class_id int not null,
  name varchar(255) not null,
  description varchar(255),
  creator int not null,
  date_created datetime not null,
  retired boolean not null default false,
  retired_by int,
  date_retired datetime,
  retire_reason varchar(255),
  uuid char(38) character set ascii collate ascii_bin not null,
  primary key (concept_class_id),
  unique key concept_class_uuid (uuid),
  key concept_class_name (name),
  constraint concept_class_creator_fk foreign key (creator) references users (user_id),
  constraint concept_class_retired_by_fk foreign key (retired_by) references users (user_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists concept_datatype (
  concept_datatype_id int not null,
  name varchar(255) not null,
  hl7_abbreviation varchar(3),
  description varchar(255),
  creator int not null,
  date_created datetime not null,
  retired boolean not null default false,
  retired_by int,
  date_retired datetime,
  retire_reason varchar(255),
  uuid char(38) character set ascii collate ascii_bin not null,
  primary key (concept_datatype_id),
  unique key concept_datatype_uuid (uuid),
  key concept_datatype_name (name),
  constraint concept_datatype_creator_fk foreign key (creator) references users (user_id),
  constraint concept_datatype_retired_by_fk foreign key (retired_by) references users (user_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists concept (
  concept_id int not null,
  retired boolean not null default false,
  short_name varchar(255),
  description mediumtext,
  form_text mediumtext,
  datatype_id int not null,
  class_id int not null,
  is_set boolean not null default false,
  creator int not null,
  date_created datetime not null,
  version varchar(50),
  changed_by int,
  date_changed datetime,
  retired_by int,
  date_retired datetime,
  retire_reason varchar(255),
  uuid char(38) character set ascii collate ascii_bin not null,
  primary key (concept_id),
  unique key concept_uuid (uuid),
  constraint concept_datatype_id_fk foreign key (datatype_id) references concept_datatype (concept_datatype_id),
  constraint concept_class_id_fk foreign key (class_id) references concept_class (concept_class_id),
  constraint concept_creator_fk foreign key (creator) references users (user_id),
  constraint concept_changed_by_fk foreign key (changed_by) references users (user_id),
  constraint concept_retired_by_fk foreign key (retired_by) references users (user_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists concept_name (
  concept_name_id int not null,
  concept_id int,
  name varchar(255) not null,
  locale varchar(50) character set ascii collate ascii_bin not null,
  locale_preferred boolean,
  creator int not null,
  date_created datetime not null,
  concept_name_type varchar(50),
  voided boolean not null default false,
  voided_by int,
  date_voided datetime,
  void_reason varchar(255),
  uuid char(38) character set ascii collate ascii_bin not null,
  primary key (concept_name_id),
  unique key concept_name_uuid (uuid),
  key concept_name_name (name),
  constraint concept_name_concept_id_fk foreign key (concept_id) references concept (concept_id),
  constraint concept_name_creator_fk foreign key (creator) references users (user_id),
  constraint concept_name_voided_by_fk foreign key (voided_by) references users (user_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists concept_description (
  concept_description_id int not null,
  concept_id int not null,
  description mediumtext not null,
  locale varchar(50) character set ascii collate ascii_bin not null,
  creator int not null,
  date_created datetime not null,
  changed_by int,
  date_changed datetime,
  uuid char(38) character set ascii collate ascii_bin not null,
  primary key (concept_description_id),
  unique key concept_description_uuid (uuid),
  constraint concept_description_concept_id_fk foreign key (concept_id) references concept (concept_id),
  constraint concept_description_creator_fk foreign key (creator) references users (user_id),
  constraint concept_description_changed_by_fk foreign key (changed_by) references users (user_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists concept_answer (
  concept_answer_id int not null,
  concept_id int not null,
  answer_concept int,
  creator int not null,
  date_created datetime not null,
  sort_weight double,
  uuid char(38) character set ascii collate ascii_bin not null,
  primary key (concept_answer_id),
  unique key concept_answer_uuid (uuid),
  constraint concept_answer_concept_id_fk foreign key (concept_id) references concept (concept_id),
  constraint concept_answer_answer_concept_fk foreign key (answer_concept) references concept (concept_id),
  constraint concept_answer_creator_fk foreign key (creator) references users (user_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists concept_numeric (
  concept_id int not null,
  hi_absolute double,
  hi_critical double,
  hi_normal double,
  low_absolute double,
  low_critical double,
  low_normal double,
  units varchar(50),
  precise boolean not null default false,
  display_precision int,
  primary key (concept_id),
  constraint concept_numeric_concept_id_fk foreign key (concept_id) references concept (concept_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists users (
  user_id int not null,
  system_id varchar(50) collate utf8mb4_bin not null,
  username varchar(50) collate utf8mb4_bin,
  password varchar(128),
  salt varchar(128),
  secret_question varchar(255),
  secret_answer varchar(255),
  creator int not null,
  date_created datetime not null,
  changed_by int,
  date_changed datetime,
  person_id int not null,
  retired boolean not null default false,
  retired_by int,
  date_retired datetime,
  retire_reason varchar(255),
  uuid char(38) character set ascii collate ascii_bin not null,
  primary key (user_id),
  unique key users_uuid (uuid),
  key users_username (username),
  constraint users_creator_fk foreign key (creator) references users (user_id),
  constraint users_changed_by_fk foreign key (changed_by) references users (user_id),
  constraint users_person_id_fk foreign key (person_id) references person (person_id),
  constraint users_retired_by_fk foreign key (retired_by) references users (user_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists role (
  role varchar(50) collate utf8mb4_bin not null,
  description varchar(255),
  uuid char(38) character set ascii collate ascii_bin not null,
  primary key (role),
  unique key role_uuid (uuid)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists privilege (
  privilege varchar(255) collate utf8mb4_bin not null,
  description mediumtext,
  uuid char(38) character set ascii collate ascii_bin not null,
  primary key (privilege),
  unique key privilege_uuid (uuid)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists user_role (
  user_id int not null,
  role varchar(50) collate utf8mb4_bin not null,
  primary key (user_id, role),
  constraint user_role_user_id_fk foreign key (user_id) references users (user_id),
  constraint user_role_role_fk foreign key (role) references role (role)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists role_privilege (
  role varchar(50) collate utf8mb4_bin not null,
  privilege varchar(255) collate utf8mb4_bin not null,
  primary key (role, privilege),
  constraint role_privilege_role_fk foreign key (role) references role (role),
  constraint role_privilege_privilege_fk foreign key (privilege) references privilege (privilege)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists user_property (
  user_id int not null,
  property varchar(100) collate utf8mb4_bin not null,
  property_value varchar(255) collate utf8mb4_bin not null,
  primary key (user_id, property),
  constraint user_property_user_id_fk foreign key (user_id) references users (user_id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

-- Who creates a record when nobody else is named: the same person and user at every site, so they are neither captured nor sent.
insert ignore into person (person_id, gender, creator, date_created, uuid)
  values (1, '', 1, '2020-01-01 00:00:00', '5a7c4e10-0000-4000-8000-000000000001');
insert ignore into users (user_id, system_id, username, creator, date_created, person_id, uuid)
  values (1, 'system', 'system', 1, '2020-01-01 00:00:00', 1, '5a7c4e10-0000-4000-8000-000000000002');

-- Audit tables: one row for each record that a revision touched. The revision leads the key, because ranges of revisions are read.
-- X_MOD says whether the revision changed property X. Collections have one row for each element that came or went, and REVTYPE in the
-- key, because an element may go and come again under a text that the database takes for equal.

create table if not exists person_AUD (
  REV bigint not null, person_id int not null, REVTYPE tinyint,
  uuid char(38) character set ascii collate ascii_bin, uuid_MOD boolean, date_created datetime, dateCreated_MOD boolean,
  date_voided datetime, dateVoided_MOD boolean, void_reason varchar(255), voidReason_MOD boolean,
  voided boolean, voided_MOD boolean, date_changed datetime, dateChanged_MOD boolean, birthdate date, birthdate_MOD boolean,
  birthdate_estimated boolean, birthdateEstimated_MOD boolean, birthtime time, birthtime_MOD boolean,
  dead boolean, dead_MOD boolean, death_date datetime, deathDate_MOD boolean,
  deathdate_estimated boolean, deathdateEstimated_MOD boolean, gender varchar(50), gender_MOD boolean,
  creator int, creator_MOD boolean, voided_by int, voidedBy_MOD boolean, changed_by int, changedBy_MOD boolean,
  cause_of_death int, causeOfDeath_MOD boolean,
  primary key (REV, person_id),
  key person_AUD_record (person_id),
  constraint person_AUD_rev_fk foreign key (REV) references satchel_revision (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists person_name_AUD (
  REV bigint not null, person_name_id int not null, REVTYPE tinyint,
  uuid char(38) character set ascii collate ascii_bin, uuid_MOD boolean, date_created datetime, dateCreated_MOD boolean,
  date_voided datetime, dateVoided_MOD boolean, void_reason varchar(255), voidReason_MOD boolean,
  voided boolean, voided_MOD boolean, date_changed datetime, dateChanged_MOD boolean, degree varchar(50), degree_MOD boolean,
  family_name varchar(50), familyName_MOD boolean, family_name2 varchar(50), familyName2_MOD boolean,
  family_name_prefix varchar(50), familyNamePrefix_MOD boolean, family_name_suffix varchar(50), familyNameSuffix_MOD boolean,
  given_name varchar(50), givenName_MOD boolean, middle_name varchar(50), middleName_MOD boolean,
  preferred boolean, preferred_MOD boolean, prefix varchar(50), prefix_MOD boolean, creator int, creator_MOD boolean,
  voided_by int, voidedBy_MOD boolean, changed_by int, changedBy_MOD boolean, person_id int, person_MOD boolean,
  primary key (REV, person_name_id),
  key person_name_AUD_record (person_name_id),
  constraint person_name_AUD_rev_fk foreign key (REV) references satchel_revision (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists person_address_AUD (
  REV bigint not null, person_address_id int not null, REVTYPE tinyint,
  uuid char(38) character set ascii collate ascii_bin, uuid_MOD boolean, date_created datetime, dateCreated_MOD boolean,
  date_voided datetime, dateVoided_MOD boolean, void_reason varchar(255), voidReason_MOD boolean,
  voided boolean, voided_MOD boolean, date_changed datetime, dateChanged_MOD boolean,
  address1 varchar(255), address1_MOD boolean, address10 varchar(255), address10_MOD boolean,
  address11 varchar(255), address11_MOD boolean, address12 varchar(255), address12_MOD boolean,
  address13 varchar(255), address13_MOD boolean, address14 varchar(255), address14_MOD boolean,
  address15 varchar(255), address15_MOD boolean, address2 varchar(255), address2_MOD boolean,
  address3 varchar(255), address3_MOD boolean, address4 varchar(255), address4_MOD boolean,
  address5 varchar(255), address5_MOD boolean, address6 varchar(255), address6_MOD boolean,
  address7 varchar(255), address7_MOD boolean, address8 varchar(255), address8_MOD boolean,
  address9 varchar(255), address9_MOD boolean, city_village varchar(255), cityVillage_MOD boolean,
  country varchar(50), country_MOD boolean, county_district varchar(255), countyDistrict_MOD boolean,
  end_date datetime, endDate_MOD boolean, latitude varchar(50), latitude_MOD boolean,
  longitude varchar(50), longitude_MOD boolean, postal_code varchar(50), postalCode_MOD boolean,
  preferred boolean, preferred_MOD boolean, start_date datetime, startDate_MOD boolean,
  state_province varchar(255), stateProvince_MOD boolean, creator int, creator_MOD boolean,
  voided_by int, voidedBy_MOD boolean, changed_by int, changedBy_MOD boolean, person_id int, person_MOD boolean,
  primary key (REV, person_address_id),
  key person_address_AUD_record (person_address_id),
  constraint person_address_AUD_rev_fk foreign key (REV) references satchel_revision (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists person_attribute_type_AUD (
  REV bigint not null, person_attribute_type_id int not null, REVTYPE tinyint,
  uuid char(38) character set ascii collate ascii_bin, uuid_MOD boolean, date_created datetime, dateCreated_MOD boolean,
  date_retired datetime, dateRetired_MOD boolean, retire_reason varchar(255), retireReason_MOD boolean,
  retired boolean, retired_MOD boolean, date_changed datetime, dateChanged_MOD boolean,
  description mediumtext, description_MOD boolean, foreign_key int, foreignKey_MOD boolean,
  format varchar(50), format_MOD boolean, name varchar(50), name_MOD boolean, searchable boolean, searchable_MOD boolean,
  sort_weight double, sortWeight_MOD boolean, creator int, creator_MOD boolean, retired_by int, retiredBy_MOD boolean,
  changed_by int, changedBy_MOD boolean, edit_privilege varchar(255) collate utf8mb4_bin, editPrivilege_MOD boolean,
  primary key (REV, person_attribute_type_id),
  key person_attribute_type_AUD_record (person_attribute_type_id),
  constraint person_attribute_type_AUD_rev_fk foreign key (REV) references satchel_revision (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists person_attribute_AUD (
  REV bigint not null, person_attribute_id int not null, REVTYPE tinyint,
  uuid char(38) character set ascii collate ascii_bin, uuid_MOD boolean, date_created datetime, dateCreated_MOD boolean,
  date_voided datetime, dateVoided_MOD boolean, void_reason varchar(255), voidReason_MOD boolean,
  voided boolean, voided_MOD boolean, date_changed datetime, dateChanged_MOD boolean, value varchar(50), value_MOD boolean,
  creator int, creator_MOD boolean, voided_by int, voidedBy_MOD boolean, changed_by int, changedBy_MOD boolean,
  person_id int, person_MOD boolean, person_attribute_type_id int, personAttributeType_MOD boolean,
  primary key (REV, person_attribute_id),
  key person_attribute_AUD_record (person_attribute_id),
  constraint person_attribute_AUD_rev_fk foreign key (REV) references satchel_revision (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists patient_AUD (
  REV bigint not null, patient_id int not null, REVTYPE tinyint, allergy_status varchar(50), allergyStatus_MOD boolean,
  date_changed datetime, dateChanged_MOD boolean, date_created datetime, dateCreated_MOD boolean,
  date_voided datetime, dateVoided_MOD boolean, void_reason varchar(255), voidReason_MOD boolean,
  voided boolean, voided_MOD boolean, changed_by int, changedBy_MOD boolean, creator int, creator_MOD boolean,
  person_MOD boolean, voided_by int, voidedBy_MOD boolean,
  primary key (REV, patient_id),
  key patient_AUD_record (patient_id),
  constraint patient_AUD_rev_fk foreign key (REV) references satchel_revision (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists patient_identifier_type_AUD (
  REV bigint not null, patient_identifier_type_id int not null, REVTYPE tinyint,
  uuid char(38) character set ascii collate ascii_bin, uuid_MOD boolean, date_created datetime, dateCreated_MOD boolean,
  date_retired datetime, dateRetired_MOD boolean, retire_reason varchar(255), retireReason_MOD boolean,
  retired boolean, retired_MOD boolean, check_digit boolean, checkDigit_MOD boolean,
  description mediumtext, description_MOD boolean, format varchar(255), format_MOD boolean,
  format_description varchar(255), formatDescription_MOD boolean, location_behavior varchar(50), locationBehavior_MOD boolean,
  name varchar(50), name_MOD boolean, required boolean, required_MOD boolean,
  uniqueness_behavior varchar(50), uniquenessBehavior_MOD boolean, validator varchar(200), validator_MOD boolean,
  creator int, creator_MOD boolean, retired_by int, retiredBy_MOD boolean,
  primary key (REV, patient_identifier_type_id),
  key patient_identifier_type_AUD_record (patient_identifier_type_id),
  constraint patient_identifier_type_AUD_rev_fk foreign key (REV) references satchel_revision (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists patient_identifier_AUD (
  REV bigint not null, patient_identifier_id int not null, REVTYPE tinyint,
  uuid char(38) character set ascii collate ascii_bin, uuid_MOD boolean, date_created datetime, dateCreated_MOD boolean,
  date_voided datetime, dateVoided_MOD boolean, void_reason varchar(255), voidReason_MOD boolean,
  voided boolean, voided_MOD boolean, date_changed datetime, dateChanged_MOD boolean,
  identifier varchar(50), identifier_MOD boolean, preferred boolean, preferred_MOD boolean, creator int, creator_MOD boolean,
  voided_by int, voidedBy_MOD boolean, changed_by int, changedBy_MOD boolean, identifier_type int, identifierType_MOD boolean,
  location_id int, location_MOD boolean, patient_id int, patient_MOD boolean,
  primary key (REV, patient_identifier_id),
  key patient_identifier_AUD_record (patient_identifier_id),
  constraint patient_identifier_AUD_rev_fk foreign key (REV) references satchel_revision (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists location_AUD (
  REV bigint not null, location_id int not null, REVTYPE tinyint,
  uuid char(38) character set ascii collate ascii_bin, uuid_MOD boolean, date_created datetime, dateCreated_MOD boolean,
  date_retired datetime, dateRetired_MOD boolean, retire_reason varchar(255), retireReason_MOD boolean,
  retired boolean, retired_MOD boolean, date_changed datetime, dateChanged_MOD boolean,
  address1 varchar(255), address1_MOD boolean, address10 varchar(255), address10_MOD boolean,
  address11 varchar(255), address11_MOD boolean, address12 varchar(255), address12_MOD boolean,
  address13 varchar(255), address13_MOD boolean, address14 varchar(255), address14_MOD boolean,
  address15 varchar(255), address15_MOD boolean, address2 varchar(255), address2_MOD boolean,
  address3 varchar(255), address3_MOD boolean, address4 varchar(255), address4_MOD boolean,
  address5 varchar(255), address5_MOD boolean, address6 varchar(255), address6_MOD boolean,
  address7 varchar(255), address7_MOD boolean, address8 varchar(255), address8_MOD boolean,
  address9 varchar(255), address9_MOD boolean, city_village varchar(255), cityVillage_MOD boolean,
  country varchar(50), country_MOD boolean, county_district varchar(255), countyDistrict_MOD boolean,
  description varchar(255), description_MOD boolean, latitude varchar(50), latitude_MOD boolean,
  longitude varchar(50), longitude_MOD boolean, name varchar(255), name_MOD boolean,
  postal_code varchar(50), postalCode_MOD boolean, state_province varchar(255), stateProvince_MOD boolean,
  creator int, creator_MOD boolean, retired_by int, retiredBy_MOD boolean, changed_by int, changedBy_MOD boolean,
  parent_location int, parentLocation_MOD boolean,
  primary key (REV, location_id),
  key location_AUD_record (location_id),
  constraint location_AUD_rev_fk foreign key (REV) references satchel_revision (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists encounter_type_AUD (
  REV bigint not null, encounter_type_id int not null, REVTYPE tinyint,
  uuid char(38) character set ascii collate ascii_bin, uuid_MOD boolean, date_created datetime, dateCreated_MOD boolean,
  date_retired datetime, dateRetired_MOD boolean, retire_reason varchar(255), retireReason_MOD boolean,
  retired boolean, retired_MOD boolean, date_changed datetime, dateChanged_MOD boolean,
  description mediumtext, description_MOD boolean, name varchar(50) collate utf8mb4_bin, name_MOD boolean,
  creator int, creator_MOD boolean, retired_by int, retiredBy_MOD boolean, changed_by int, changedBy_MOD boolean,
  edit_privilege varchar(255) collate utf8mb4_bin, editPrivilege_MOD boolean,
  view_privilege varchar(255) collate utf8mb4_bin, viewPrivilege_MOD boolean,
  primary key (REV, encounter_type_id),
  key encounter_type_AUD_record (encounter_type_id),
  constraint encounter_type_AUD_rev_fk foreign key (REV) references satchel_revision (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists encounter_AUD (
  REV bigint not null, encounter_id int not null, REVTYPE tinyint,
  uuid char(38) character set ascii collate ascii_bin, uuid_MOD boolean, date_created datetime, dateCreated_MOD boolean,
  date_voided datetime, dateVoided_MOD boolean, void_reason varchar(255), voidReason_MOD boolean,
  voided boolean, voided_MOD boolean, date_changed datetime, dateChanged_MOD boolean,
  encounter_datetime datetime, encounterDatetime_MOD boolean, creator int, creator_MOD boolean,
  voided_by int, voidedBy_MOD boolean, changed_by int, changedBy_MOD boolean, encounter_type int, encounterType_MOD boolean,
  location_id int, location_MOD boolean, patient_id int, patient_MOD boolean,
  primary key (REV, encounter_id),
  key encounter_AUD_record (encounter_id),
  constraint encounter_AUD_rev_fk foreign key (REV) references satchel_revision (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists obs_AUD (
  REV bigint not null, obs_id int not null, REVTYPE tinyint,
  uuid char(38) character set ascii collate ascii_bin, uuid_MOD boolean, date_created datetime, dateCreated_MOD boolean,
  date_voided datetime, dateVoided_MOD boolean, void_reason varchar(255), voidReason_MOD boolean,
  voided boolean, voided_MOD boolean, accession_number varchar(255), accessionNumber_MOD boolean,
  comments varchar(255), comments_MOD boolean, form_namespace_and_path varchar(255), formNamespaceAndPath_MOD boolean,
  obs_datetime datetime, obsDatetime_MOD boolean, value_complex varchar(255), valueComplex_MOD boolean,
  value_datetime datetime, valueDatetime_MOD boolean, value_modifier varchar(2), valueModifier_MOD boolean,
  value_numeric double, valueNumeric_MOD boolean, value_text mediumtext, valueText_MOD boolean,
  creator int, creator_MOD boolean, voided_by int, voidedBy_MOD boolean, concept_id int, concept_MOD boolean,
  encounter_id int, encounter_MOD boolean, location_id int, location_MOD boolean, obs_group_id int, obsGroup_MOD boolean,
  person_id int, person_MOD boolean, previous_version int, previousVersion_MOD boolean,
  value_coded int, valueCoded_MOD boolean, value_coded_name_id int, valueCodedName_MOD boolean,
  primary key (REV, obs_id),
  key obs_AUD_record (obs_id),
  constraint obs_AUD_rev_fk foreign key (REV) references satchel_revision (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists concept_class_AUD (
  REV bigint not null, concept_class_id int not null, REVTYPE tinyint,
  uuid char(38) character set ascii collate ascii_bin, uuid_MOD boolean, date_created datetime, dateCreated_MOD boolean,
  date_retired datetime, dateRetired_MOD boolean, retire_reason varchar(255), retireReason_MOD boolean,
  retired boolean, retired_MOD boolean, description varchar(255), description_MOD boolean, name varchar(255), name_MOD boolean,
  creator int, creator_MOD boolean, retired_by int, retiredBy_MOD boolean,
  primary key (REV, concept_class_id),
  key concept_class_AUD_record (concept_class_id),
  constraint concept_class_AUD_rev_fk foreign key (REV) references satchel_revision (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists concept_datatype_AUD (
  REV bigint not null, concept_datatype_id int not null, REVTYPE tinyint,
  uuid char(38) character set ascii collate ascii_bin, uuid_MOD boolean, date_created datetime, dateCreated_MOD boolean,
  date_retired datetime, dateRetired_MOD boolean, retire_reason varchar(255), retireReason_MOD boolean,
  retired boolean, retired_MOD boolean, description varchar(255), description_MOD boolean,
  hl7_abbreviation varchar(3), hl7Abbreviation_MOD boolean, name varchar(255), name_MOD boolean,
  creator int, creator_MOD boolean, retired_by int, retiredBy_MOD boolean,
  primary key (REV, concept_datatype_id),
  key concept_datatype_AUD_record (concept_datatype_id),
  constraint concept_datatype_AUD_rev_fk foreign key (REV) references satchel_revision (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists concept_AUD (
  REV bigint not null, concept_id int not null, REVTYPE tinyint,
  uuid char(38) character set ascii collate ascii_bin, uuid_MOD boolean, date_created datetime, dateCreated_MOD boolean,
  date_retired datetime, dateRetired_MOD boolean, retire_reason varchar(255), retireReason_MOD boolean,
  retired boolean, retired_MOD boolean, date_changed datetime, dateChanged_MOD boolean,
  description mediumtext, description_MOD boolean, form_text mediumtext, formText_MOD boolean,
  is_set boolean, isSet_MOD boolean, short_name varchar(255), shortName_MOD boolean, version varchar(50), version_MOD boolean,
  creator int, creator_MOD boolean, retired_by int, retiredBy_MOD boolean, changed_by int, changedBy_MOD boolean,
  class_id int, conceptClass_MOD boolean, datatype_id int, datatype_MOD boolean,
  primary key (REV, concept_id),
  key concept_AUD_record (concept_id),
  constraint concept_AUD_rev_fk foreign key (REV) references satchel_revision (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists concept_name_AUD (
  REV bigint not null, concept_name_id int not null, REVTYPE tinyint,
  uuid char(38) character set ascii collate ascii_bin, uuid_MOD boolean, date_created datetime, dateCreated_MOD boolean,
  date_voided datetime, dateVoided_MOD boolean, void_reason varchar(255), voidReason_MOD boolean,
  voided boolean, voided_MOD boolean, concept_name_type varchar(50), conceptNameType_MOD boolean,
  locale varchar(50) character set ascii collate ascii_bin, locale_MOD boolean,
  locale_preferred boolean, localePreferred_MOD boolean, name varchar(255), name_MOD boolean, creator int, creator_MOD boolean,
  voided_by int, voidedBy_MOD boolean, concept_id int, concept_MOD boolean,
  primary key (REV, concept_name_id),
  key concept_name_AUD_record (concept_name_id),
  constraint concept_name_AUD_rev_fk foreign key (REV) references satchel_revision (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists concept_description_AUD (
  REV bigint not null, concept_description_id int not null, REVTYPE tinyint,
  uuid char(38) character set ascii collate ascii_bin, uuid_MOD boolean, date_created datetime, dateCreated_MOD boolean,
  date_changed datetime, dateChanged_MOD boolean, description mediumtext, description_MOD boolean,
  locale varchar(50) character set ascii collate ascii_bin, locale_MOD boolean, creator int, creator_MOD boolean,
  changed_by int, changedBy_MOD boolean, concept_id int, concept_MOD boolean,
  primary key (REV, concept_description_id),
  key concept_description_AUD_record (concept_description_id),
  constraint concept_description_AUD_rev_fk foreign key (REV) references satchel_revision (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists concept_answer_AUD (
  REV bigint not null, concept_answer_id int not null, REVTYPE tinyint,
  uuid char(38) character set ascii collate ascii_bin, uuid_MOD boolean, date_created datetime, dateCreated_MOD boolean,
  sort_weight double, sortWeight_MOD boolean, creator int, creator_MOD boolean, answer_concept int, answerConcept_MOD boolean,
  concept_id int, concept_MOD boolean,
  primary key (REV, concept_answer_id),
  key concept_answer_AUD_record (concept_answer_id),
  constraint concept_answer_AUD_rev_fk foreign key (REV) references satchel_revision (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists concept_numeric_AUD (
  REV bigint not null, concept_id int not null, REVTYPE tinyint, display_precision int, displayPrecision_MOD boolean,
  hi_absolute double, hiAbsolute_MOD boolean, hi_critical double, hiCritical_MOD boolean,
  hi_normal double, hiNormal_MOD boolean, low_absolute double, lowAbsolute_MOD boolean,
  low_critical double, lowCritical_MOD boolean, low_normal double, lowNormal_MOD boolean, precise boolean, precise_MOD boolean,
  units varchar(50), units_MOD boolean, concept_MOD boolean,
  primary key (REV, concept_id),
  key concept_numeric_AUD_record (concept_id),
  constraint concept_numeric_AUD_rev_fk foreign key (REV) references satchel_revision (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists users_AUD (
  REV bigint not null, user_id int not null, REVTYPE tinyint,
  uuid char(38) character set ascii collate ascii_bin, uuid_MOD boolean, date_created datetime, dateCreated_MOD boolean,
  date_retired datetime, dateRetired_MOD boolean, retire_reason varchar(255), retireReason_MOD boolean,
  retired boolean, retired_MOD boolean, date_changed datetime, dateChanged_MOD boolean,
  password varchar(128), password_MOD boolean, salt varchar(128), salt_MOD boolean,
  secret_answer varchar(255), secretAnswer_MOD boolean, secret_question varchar(255), secretQuestion_MOD boolean,
  system_id varchar(50) collate utf8mb4_bin, systemId_MOD boolean,
  username varchar(50) collate utf8mb4_bin, username_MOD boolean, creator int, creator_MOD boolean,
  retired_by int, retiredBy_MOD boolean, changed_by int, changedBy_MOD boolean, person_id int, person_MOD boolean,
  roles_MOD boolean, userProperties_MOD boolean,
  primary key (REV, user_id),
  key users_AUD_record (user_id),
  constraint users_AUD_rev_fk foreign key (REV) references satchel_revision (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists role_AUD (
  REV bigint not null, role varchar(50) collate utf8mb4_bin not null, REVTYPE tinyint,
  uuid char(38) character set ascii collate ascii_bin, uuid_MOD boolean, description varchar(255), description_MOD boolean,
  privileges_MOD boolean,
  primary key (REV, role),
  key role_AUD_record (role),
  constraint role_AUD_rev_fk foreign key (REV) references satchel_revision (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists privilege_AUD (
  REV bigint not null, privilege varchar(255) collate utf8mb4_bin not null, REVTYPE tinyint,
  uuid char(38) character set ascii collate ascii_bin, uuid_MOD boolean, description mediumtext, description_MOD boolean,
  primary key (REV, privilege),
  key privilege_AUD_record (privilege),
  constraint privilege_AUD_rev_fk foreign key (REV) references satchel_revision (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists user_role_AUD (
  REV bigint not null, user_id int not null, role varchar(50) collate utf8mb4_bin not null, REVTYPE tinyint not null,
  primary key (REV, user_id, role, REVTYPE),
  key user_role_AUD_owner (user_id),
  constraint user_role_AUD_rev_fk foreign key (REV) references satchel_revision (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists role_privilege_AUD (
  REV bigint not null, role varchar(50) collate utf8mb4_bin not null, privilege varchar(255) collate utf8mb4_bin not null,
  REVTYPE tinyint not null,
  primary key (REV, role, privilege, REVTYPE),
  key role_privilege_AUD_owner (role),
  constraint role_privilege_AUD_rev_fk foreign key (REV) references satchel_revision (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

create table if not exists user_property_AUD (
  REV bigint not null, user_id int not null, property_value varchar(255) collate utf8mb4_bin not null,
  property varchar(100) collate utf8mb4_bin not null, REVTYPE tinyint not null,
  primary key (REV, user_id, property, property_value, REVTYPE),
  key user_property_AUD_owner (user_id),
  constraint user_property_AUD_rev_fk foreign key (REV) references satchel_revision (id)
) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci;

set foreign_key_checks = 1;
