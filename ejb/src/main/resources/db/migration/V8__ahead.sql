-- What others refer to is sent ahead of its place when a backlog is long (ADR 15).

alter table satchel_link
  add column ahead_position bigint not null default 0
    comment 'up to this position it has been looked through for what goes ahead';

alter table satchel_transmission
  add column ahead boolean not null default false comment 'its change sets come ahead of their place';

alter table satchel_class_rule
  add column ahead boolean null comment 'null: as the entity says';
