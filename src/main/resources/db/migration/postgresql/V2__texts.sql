-- As wide as on H2, which counts UTF-16 units.
alter table api_key alter column label type varchar(400);
alter table passage alter column eid type varchar(100);
-- By which folding search_text and commitment_term were made; the program makes them anew when it folds otherwise.
alter table register add column folding integer default 1 not null;
