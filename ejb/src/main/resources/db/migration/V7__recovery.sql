-- What two journals that do not fit any more are found out by, and brought together with.

alter table satchel_revision
  add column chain char(36) character set ascii collate ascii_bin null
    comment 'stands for the journal up to here: made of the chain before and this revision',
  add column in_part boolean not null default false comment 'from the parent, and not all of it stands here';

alter table satchel_link
  drop column received_revision,
  add column marked_position bigint not null default 0 comment 'a position of the neighbour, not before the received one',
  add column mark char(36) character set ascii collate ascii_bin null comment 'the chain of its journal there; null if unknown',
  add column reconciliations int not null default 0 comment 'of two that do not agree, who counts fewer is an older state of itself';
