-- 200 characters, each of up to two UTF-16 units, which is what H2 counts.
alter table api_key alter column label set data type varchar(400);
-- "item_" and 40 characters of up to two units.
alter table passage alter column eid set data type varchar(100);
