-- As wide as on H2, which counts UTF-16 units.
alter table api_key alter column label type varchar(400);
alter table passage alter column eid type varchar(100);
