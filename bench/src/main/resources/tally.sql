-- The kept counts as the program would have written them, computed from the tables into bench_tally: each value of a
-- dimension with itself, and each pair of values of two dimensions once, the dimension that comes first in the program's
-- enum first.
set local work_mem = '128MB';
drop table if exists bench_tally;
create unlogged table bench_tally (like commitment_tally);

-- Beside the texts, these columns are few bytes: they are read once for each pair.
create unlogged table bench_column as
select id, instrument, area, status, kind, obligation, assurance from commitment;

do $$
declare
  dimensions constant text[] := array['instrument', 'area', 'primaryArea', 'owner', 'party', 'status', 'kind', 'obligation',
    'assurance'];
  sources constant text[] := array[
    'select id, instrument as value from bench_column',
    'select commitment_id as id, area as value from commitment_area',
    'select id, area as value from bench_column',
    'select commitment_id as id, owner as value from commitment_owner',
    'select commitment_id as id, party as value from commitment_party',
    'select id, status as value from bench_column',
    'select id, kind as value from bench_column',
    'select id, obligation as value from bench_column',
    'select id, assurance as value from bench_column'];
begin
  for i in 1 .. cardinality(dimensions) loop
    execute format('insert into bench_tally select %L, value, %L, value, count(*) from (%s) one group by value',
      dimensions[i], dimensions[i], sources[i]);
    for j in i + 1 .. cardinality(dimensions) loop
      execute format('insert into bench_tally select %L, one.value, %L, other.value, count(*) '
        'from (%s) one join (%s) other using (id) group by one.value, other.value',
        dimensions[i], dimensions[j], sources[i], sources[j]);
    end loop;
  end loop;
end $$;

drop table bench_column;
