-- After a reconciliation the child compares its records with its parent's.
alter table satchel_link
  add column comparisons_left int not null default 0
    comment 'PARENT: so many exchanges still end with a comparison of records, unless one finds no difference';
