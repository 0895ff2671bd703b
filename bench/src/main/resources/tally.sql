-- The kept counts as the program would have written them, computed from the tables into bench_tally: each value of a
-- dimension with itself, and each pair of values of two dimensions once, the dimension that comes first in the program's
-- enum first; now, and by how many they changed in a month and on a day.
set local work_mem = '128MB';
drop table if exists bench_tally;
create unlogged table bench_tally (like commitment_tally);

-- Each rectangle that is still known counts from the day it begins and no more from the day it ends. Where nothing changes
-- from one to the next, the two cancel: of what details say, mostly all but the first day.
create unlogged table bench_change as
select details_id, status, assurance, day, sum(n) as n
from (
  select details_id, status, assurance, valid_from as day, 1 as n from standing
  where recorded_to = 9223372036854775807
  union all
  select details_id, status, assurance, valid_to, -1 from standing
  where recorded_to = 9223372036854775807 and valid_to < date '9999-12-31'
) change
group by details_id, status, assurance, day;
create unlogged table bench_change_of_details as
select details_id, day, sum(n) as n from bench_change group by details_id, day having sum(n) <> 0;
create unlogged table bench_change_of_status as
select details_id, status as value, day, sum(n) as n from bench_change group by details_id, status, day having sum(n) <> 0;
create unlogged table bench_change_of_assurance as
select details_id, assurance as value, day, sum(n) as n from bench_change group by details_id, assurance, day
having sum(n) <> 0;

create unlogged table bench_details as
select distinct on (details_id) details_id, instrument, area, kind, obligation from standing;
analyze bench_change, bench_change_of_details, bench_change_of_status, bench_change_of_assurance, bench_details;

create unlogged table bench_count (dimension text, facet_value text, other_dimension text, other_value text, day date, n bigint);

do $$
declare
  dimensions constant text[] := array['instrument', 'area', 'primaryArea', 'owner', 'party', 'status', 'kind', 'obligation',
    'assurance'];
  -- Of status and assurance a commitment has one after the other; everything else comes with its details.
  moving constant text[] := array['status', 'assurance'];
  details constant text[] := array[
    'select details_id, instrument as value from bench_details',
    'select details_id, facet_value as value from commitment_facet where dimension = ''area''',
    'select details_id, area as value from bench_details',
    'select details_id, facet_value as value from commitment_facet where dimension = ''owner''',
    'select details_id, facet_value as value from commitment_facet where dimension = ''party''',
    null,
    'select details_id, kind as value from bench_details',
    'select details_id, obligation as value from bench_details',
    null];
  one text;
  other text;
  pairs text;
begin
  for i in 1 .. cardinality(dimensions) loop
    for j in i .. cardinality(dimensions) loop
      one := dimensions[i];
      other := dimensions[j];
      pairs := case
        when one = any(moving) and i = j then
          format('select value as one, value as other, day, n from bench_change_of_%s', one)
        when one = any(moving) and other = any(moving) then
          format('select %I as one, %I as other, day, n from bench_change', one, other)
        when one = any(moving) then
          format('select c.value as one, d.value as other, day, n from bench_change_of_%s c join (%s) d using (details_id)',
            one, details[j])
        when other = any(moving) then
          format('select d.value as one, c.value as other, day, n from bench_change_of_%s c join (%s) d using (details_id)',
            other, details[i])
        when i = j then
          format('select d.value as one, d.value as other, day, n from bench_change_of_details join (%s) d using (details_id)',
            details[i])
        else
          format('select d.value as one, e.value as other, day, n from bench_change_of_details join (%s) d using (details_id) '
            'join (%s) e using (details_id)', details[i], details[j])
        end;
      -- Of an instrument no days are counted.
      execute format('insert into bench_count select %L, one, %L, other, %s, sum(n) from (%s) pair group by 2, 4, 5',
        one, other, case one when 'instrument' then 'null::date' else 'day' end, pairs);
    end loop;
  end loop;
end $$;

insert into bench_tally (dimension, facet_value, other_dimension, other_value, period, starts_on, n)
select dimension, facet_value, other_dimension, other_value, 'all', date '1900-01-01', sum(n)
from bench_count group by 1, 2, 3, 4 having sum(n) <> 0
union all
select dimension, facet_value, other_dimension, other_value, 'month', date_trunc('month', day)::date, sum(n)
from bench_count where day is not null group by 1, 2, 3, 4, 6 having sum(n) <> 0
union all
select dimension, facet_value, other_dimension, other_value, 'day', day, n
from bench_count where day is not null and n <> 0;

drop table bench_change, bench_change_of_details, bench_change_of_status, bench_change_of_assurance, bench_details,
  bench_count;
