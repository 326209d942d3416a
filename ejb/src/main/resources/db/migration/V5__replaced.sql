-- A value of a parked change set that a person replaced.
create table satchel_replaced (
  id bigint not null auto_increment primary key,
  revision char(36) character set ascii collate ascii_bin not null,
  change_set longtext not null comment 'as it was before',
  type varchar(255) not null,
  uuid varchar(38) character set ascii collate ascii_bin not null,
  field varchar(255) not null,
  replaced_at datetime(3) not null,
  replaced_by varchar(255) not null,
  reason varchar(1000) not null,
  key satchel_replaced_revision (revision)
) engine=InnoDB default charset=utf8mb4;
