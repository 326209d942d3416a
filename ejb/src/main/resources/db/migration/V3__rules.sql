-- What the rules of "the parent decides" (ADR 13) must know of each revision, and what they leave for people.

alter table satchel_revision
  add column seen bigint not null default 0 comment 'the parent''s position that its author had seen',
  add column horizon bigint not null default 0 comment 'the parent''s position received here when it came into this journal',
  add column parent_position bigint null comment 'its position at the parent; null until the parent has decided about it',
  add column settles_link bigint null comment 'the child that it answers: it says what became of',
  add column settles_position bigint null comment '... the child''s revision at this position of the child',
  add column restated longtext null comment 'changes that this revision tells and no audit table has, as a change set',
  add key satchel_revision_from (received_from, position),
  add key satchel_revision_parent (parent_position, received_from),
  add key satchel_revision_settles (settles_link, position, settles_position);

-- A site of before knows no parent positions: what its parent sent or acknowledged is settled.
update satchel_revision r join satchel_link l on l.role = 'PARENT'
   set r.parent_position = 0
 where r.received_from = l.id or r.position <= l.acknowledged_position;

-- Which records a revision's restated changes are of.
create table satchel_restated (
  revision_id bigint not null,
  uuid varchar(38) character set ascii collate ascii_bin not null,
  primary key (revision_id, uuid),
  key satchel_restated_uuid (uuid),
  foreign key satchel_restated_revision (revision_id) references satchel_revision (id)
) engine=InnoDB default charset=utf8mb4;

alter table satchel_parked
  add column next_try_at datetime(3) null comment 'null: no more tries by itself';

-- The records whose change may help a parked change set.
create table satchel_parked_need (
  parked_id bigint not null,
  uuid varchar(38) character set ascii collate ascii_bin not null,
  primary key (parked_id, uuid),
  key satchel_parked_need_uuid (uuid),
  foreign key satchel_parked_need_parked (parked_id) references satchel_parked (id) on delete cascade
) engine=InnoDB default charset=utf8mb4;

-- This site's revisions that a neighbour has parked or rejected, as the neighbour said last.
create table satchel_parked_there (
  link_id bigint not null,
  revision char(36) character set ascii collate ascii_bin not null,
  state varchar(20) character set ascii not null comment 'WILL_RETRY, STOPPED or REJECTED',
  reason varchar(1000) not null,
  attempts int not null,
  primary key (link_id, revision),
  foreign key satchel_parked_there_link (link_id) references satchel_link (id)
) engine=InnoDB default charset=utf8mb4;

-- A change set that a person gave up, as it came.
create table satchel_rejected (
  revision char(36) character set ascii collate ascii_bin not null primary key,
  link_id bigint not null,
  change_set longtext not null,
  rejected_at datetime(3) not null,
  rejected_by varchar(255) not null,
  reason varchar(1000) not null,
  foreign key satchel_rejected_link (link_id) references satchel_link (id)
) engine=InnoDB default charset=utf8mb4;

-- A value that did not stand.
create table satchel_conflict (
  id bigint not null auto_increment primary key,
  kind varchar(20) character set ascii not null,
  type varchar(255) not null,
  uuid varchar(38) character set ascii collate ascii_bin not null,
  slot varchar(255) null comment 'field or collection; null: the record as a whole',
  slot_key longtext null comment 'JSON: the map''s key or the set''s element',
  lost longtext null comment 'JSON: the value that gave way',
  lost_present boolean not null,
  stands longtext null comment 'JSON: the value that stands',
  stands_present boolean not null,
  loser char(36) character set ascii collate ascii_bin not null comment 'revision of the value that gave way',
  winner char(36) character set ascii collate ascii_bin not null,
  found_at datetime(3) not null,
  state varchar(20) character set ascii not null comment 'OPEN: a person is to decide; NOTED; PUT_BACK; DISMISSED',
  decided_at datetime(3) null,
  decided_by varchar(255) null,
  reason varchar(1000) null,
  key satchel_conflict_state (state, id),
  key satchel_conflict_record (uuid)
) engine=InnoDB default charset=utf8mb4;

-- Classes whose conflicts are not settled by "last in wins".
create table satchel_class_rule (
  type varchar(255) not null primary key,
  policy varchar(20) character set ascii not null,
  author char(36) character set ascii collate ascii_bin null
) engine=InnoDB default charset=utf8mb4;

-- A life that a site's database had before: whoever still claims it is a copy, or what was copied.
create table satchel_incarnation (
  link_id bigint not null,
  incarnation char(36) character set ascii collate ascii_bin not null,
  primary key (link_id, incarnation),
  foreign key satchel_incarnation_link (link_id) references satchel_link (id)
) engine=InnoDB default charset=utf8mb4;

alter table satchel_site
  add column previous_incarnation char(36) character set ascii collate ascii_bin null;

alter table satchel_link
  add column received_revision char(36) character set ascii collate ascii_bin null
    comment 'the neighbour''s revision at its position received_position; null if unknown',
  add column returns_until bigint not null default 0
    comment 'CHILD: up to this position of its it may bring back what other sites made',
  add column reconciled boolean not null default false comment 'PARENT: both journals have been compared since the link was made';

update satchel_link set reconciled = true where neighbour is not null;

-- Sites that were below a child once: what it still carries of theirs is taken.
create table satchel_former_origin (
  site char(36) character set ascii collate ascii_bin not null,
  link_id bigint not null,
  primary key (site, link_id),
  foreign key satchel_former_origin_link (link_id) references satchel_link (id)
) engine=InnoDB default charset=utf8mb4;

-- Records that the parent is to tell again.
create table satchel_wanted (
  id bigint not null auto_increment primary key,
  link_id bigint not null,
  type varchar(255) not null,
  uuid varchar(38) character set ascii collate ascii_bin not null,
  unique key satchel_wanted_record (link_id, type, uuid),
  foreign key satchel_wanted_link (link_id) references satchel_link (id)
) engine=InnoDB default charset=utf8mb4;
