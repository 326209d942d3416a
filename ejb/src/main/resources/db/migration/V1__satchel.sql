-- Satchel's own tables. UUIDs are ASCII and compared byte by byte; times are UTC.

create table if not exists satchel_site (
  id tinyint not null primary key comment 'always 1',
  uuid char(36) character set ascii collate ascii_bin not null,
  incarnation char(36) character set ascii collate ascii_bin not null,
  name varchar(100) not null
) engine=InnoDB default charset=utf8mb4;

-- A neighbour: this site's parent or one of its children.
create table if not exists satchel_link (
  id bigint not null auto_increment primary key,
  role varchar(10) character set ascii not null comment 'what the neighbour is to this site: PARENT or CHILD',
  name varchar(100) not null,
  neighbour char(36) character set ascii collate ascii_bin null comment 'its site UUID, learnt at first contact',
  neighbour_incarnation char(36) character set ascii collate ascii_bin null,
  address varchar(500) null comment 'PARENT: base URL of its REST interface',
  account varchar(100) not null comment 'PARENT: the name to log in there; CHILD: its account here',
  secret varbinary(1000) null comment 'PARENT: encrypted under the site key',
  interval_ms bigint not null default 0 comment 'least time between automatic exchanges; 0 is at once',
  enabled boolean not null default true,
  acknowledged_position bigint not null default 0 comment 'the neighbour has said that all up to here is safe in its database',
  received_position bigint not null default 0 comment 'the neighbour''s position up to which all is safe in this database',
  unique key satchel_link_neighbour (neighbour),
  unique key satchel_link_account (role, account)
) engine=InnoDB default charset=utf8mb4;

-- Which sites are reached through a child, itself included: only their change sets are taken from it.
create table if not exists satchel_origin (
  site char(36) character set ascii collate ascii_bin not null primary key,
  name varchar(100) not null,
  link_id bigint not null,
  foreign key satchel_origin_link (link_id) references satchel_link (id)
) engine=InnoDB default charset=utf8mb4;

-- Who may log in at this site: people, and each child's machine account.
create table if not exists satchel_account (
  name varchar(100) collate utf8mb4_bin not null primary key,
  password_hash varchar(500) character set ascii not null,
  roles varchar(200) character set ascii not null comment 'comma separated',
  enabled boolean not null default true
) engine=InnoDB default charset=utf8mb4;

-- The exchange of a link is run by one node at a time; the lease ends by itself when its holder dies.
create table if not exists satchel_lease (
  name varchar(100) character set ascii not null primary key,
  holder char(36) character set ascii not null,
  expires_at datetime(3) not null
) engine=InnoDB default charset=utf8mb4;

-- How the exchanges of a link go: when last, how often failed in a row, when next.
create table if not exists satchel_exchange (
  link_id bigint not null primary key,
  last_success_at datetime(3) null,
  last_failure_at datetime(3) null,
  last_failure varchar(1000) null,
  failures int not null default 0,
  next_attempt_at datetime(3) null,
  foreign key satchel_exchange_link (link_id) references satchel_link (id)
) engine=InnoDB default charset=utf8mb4;

create table if not exists satchel_journal (
  id tinyint not null primary key comment 'always 1',
  head bigint not null comment 'the last position given'
) engine=InnoDB default charset=utf8mb4;

insert ignore into satchel_journal (id, head) values (1, 0);

create table if not exists satchel_revision (
  id bigint not null auto_increment primary key,
  uuid char(36) character set ascii collate ascii_bin not null,
  origin char(36) character set ascii collate ascii_bin not null,
  author varchar(255) not null,
  made_at bigint not null comment 'epoch milliseconds, by the clock of the origin',
  types text not null comment 'entity names that the revision changed, comma separated',
  changes int not null comment 'number of records that the revision changed',
  received_from bigint null comment 'the link it came over; null if it was made here',
  extra mediumtext null comment 'wire members of a later version, kept to travel on',
  position bigint null comment 'given after commit, gapless',
  unique key satchel_revision_uuid (uuid),
  unique key satchel_revision_position (position)
) engine=InnoDB default charset=utf8mb4;

create table if not exists satchel_transmission (
  id bigint not null auto_increment primary key,
  uuid char(36) character set ascii collate ascii_bin not null,
  link_id bigint not null,
  direction varchar(10) character set ascii not null comment 'SENT or RECEIVED',
  from_position bigint not null,
  to_position bigint not null,
  change_sets int not null default 0,
  state varchar(20) character set ascii not null,
  created_at datetime(3) not null,
  ended_at datetime(3) null,
  unique key satchel_transmission_uuid (uuid, direction),
  key satchel_transmission_link (link_id, id),
  foreign key satchel_transmission_link_fk (link_id) references satchel_link (id)
) engine=InnoDB default charset=utf8mb4;

-- One row for each try to carry a transmission.
create table if not exists satchel_attempt (
  id bigint not null auto_increment primary key,
  transmission_id bigint not null,
  started_at datetime(3) not null,
  ended_at datetime(3) null,
  bytes bigint not null default 0,
  failure varchar(1000) null,
  foreign key satchel_attempt_transmission (transmission_id) references satchel_transmission (id)
) engine=InnoDB default charset=utf8mb4;

-- A change set that cannot be applied now, as it came.
create table if not exists satchel_parked (
  id bigint not null auto_increment primary key,
  revision char(36) character set ascii collate ascii_bin not null,
  link_id bigint not null,
  position bigint not null,
  reason varchar(1000) not null,
  attempts int not null default 1,
  parked_at datetime(3) not null,
  change_set longtext not null,
  unique key satchel_parked_revision (revision),
  foreign key satchel_parked_link (link_id) references satchel_link (id)
) engine=InnoDB default charset=utf8mb4;

-- The records that parked change sets touch: what else touches or refers to them waits too.
create table if not exists satchel_parked_record (
  parked_id bigint not null,
  uuid varchar(38) character set ascii collate ascii_bin not null,
  primary key (parked_id, uuid),
  key satchel_parked_record_uuid (uuid),
  foreign key satchel_parked_record_parked (parked_id) references satchel_parked (id) on delete cascade
) engine=InnoDB default charset=utf8mb4;
