-- A comparison that a person asks for takes the parent's word; one that comes by itself leaves alone what no revision tells of.
alter table satchel_link
  add column comparison int not null default 0 comment 'PARENT: how many comparisons there were, the one that is due included',
  add column comparison_asked boolean not null default false comment 'PARENT: a person asked for the one that is due',
  add column comparison_not_before datetime(3) null comment 'PARENT: the parent could not compare; null: at once';
