-- 200 characters, each of up to two UTF-16 units, which is what H2 counts.
alter table api_key alter column label set data type varchar(400);
-- "item_" and 40 characters of up to two units.
alter table passage alter column eid set data type varchar(100);
-- Folding makes of one character up to eighteen.
alter table commitment_details alter column search_text set data type varchar(1000000);
-- By which folding search_text and commitment_term were made; the program makes them anew when it folds otherwise.
alter table register add column folding integer default 1 not null;
