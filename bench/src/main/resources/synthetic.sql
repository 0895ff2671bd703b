-- Adds synthetic commitments to a register that holds the seeds: as many as the setting bench.commitments says, 50 to an
-- instrument, each with as many reports of progress as bench.updates says; the first bench.recorded of them with their
-- entries in the ledger. Nothing is drawn at random. Each choice is read off the remainder of the row's number by a prime
-- of its own, and such remainders are independent of each other (Chinese remainder theorem).
set local maintenance_work_mem = '256MB';
set local work_mem = '128MB';
set local synchronous_commit = off;

-- The choices, one row for each commitment.
create unlogged table bench_choice as
with
  states as (
    select array_agg(code order by place) filter (where member) as members,
      array_agg(code order by place) filter (where code <> 'CN') as others
    from (select code, place, content::json ->> 'memberOf' is not null and code <> 'TL' as member
      from party where content::json ->> 'kind' = 'state') state
  ),
  areas as (select array_agg(code order by place) as codes from area),
  numbers as (
    select n, 'SYN-' || lpad(((n - 1) / 50 + 1)::text, 6, '0') as instrument, (1 + (n - 1) % 50)::integer as place
    from generate_series(1, current_setting('bench.commitments')::bigint) n
  ),
  entries as (
    select n, instrument, place,
      date '2018-01-01' + ((n - 1) / 50 % 701)::integer as adopted,
      -- The squares crowd at the beginning of the list of areas.
      floor(cardinality(codes) * (n % 101 / 101.0) ^ 2)::integer as area,
      codes, members, others
    from numbers, areas, states
  )
select n, instrument, place, adopted,
  instrument || '.' || lpad(place::text, 2, '0') as code,
  array_remove(array[
    codes[1 + area],
    case when n % 67 < 37 then codes[1 + (area + 1 + (n % 61 % 6)::integer) % 13] end,
    case when n % 67 < 15 then codes[1 + (area + 7 + (n % 59 % 6)::integer) % 13] end], null) as areas,
  case when n % 79 < 16 then members || 'CN'::varchar
    else 'CN'::varchar || array(
      select others[1 + (n + i) % cardinality(others)] from generate_series(1, n % 79 % 5) i) end as parties,
  (array['not_stated', 'not_stated', 'not_stated', 'jointly', 'jointly', 'unnamed', 'named'])[1 + n % 71 % 7] as how,
  -- Each status may follow the one before it. The last ones are taken: how many, depends on how many reports there are.
  (array[
    'declared,declared,declared,declared,declared,declared',
    'declared,declared,exploring,suspended,declared,declared',
    'declared,declared,suspended,declared,declared,declared',
    'declared,declared,declared,exploring,exploring,exploring',
    'declared,exploring,exploring,preparing,preparing,preparing',
    'declared,preparing,preparing,in_progress,in_progress,in_progress',
    'declared,exploring,preparing,suspended,in_progress,in_progress',
    'declared,preparing,in_progress,in_progress,operational,operational',
    'declared,in_progress,in_progress,operational,operational,completed',
    'declared,preparing,in_progress,in_progress,suspended,suspended',
    'declared,exploring,exploring,preparing,preparing,cancelled',
    'declared,preparing,in_progress,in_progress,in_progress,superseded'])[1 + n % 97 % 12] as course,
  (array['pledge', 'pledge', 'pledge', 'programme', 'programme', 'institution', 'event', 'infrastructure',
    'deployment', 'negotiation'])[1 + n % 89 % 10] as kind,
  (array['undertake', 'cooperate', 'cooperate', 'promote', 'promote', 'encourage', 'explore'])[1 + n % 83 % 7]
    as obligation,
  case when n % 53 < 5 then (2024 + n % 53 % 5)::integer end as first_year,
  '数字合作共同事项第' || n || '项' as title_zh,
  'Digital cooperation, item ' || n as title_en,
  '第' || n || '项：各方同意在平等、互利和自愿的基础上，就数字基础设施、人工智能、数字贸易与人才培养开展务实合作，'
    || '定期交流政策与最佳实践，推动标准互认，支持中小企业和偏远地区共享数字发展成果，并于每年的高官会上通报本项合作的进展情况。'
    as wording_zh,
  'Item ' || n || ': the parties agree to cooperate, on the basis of equality and mutual benefit, on digital '
    || 'infrastructure, trade and skills, to exchange policies and best practices, and to report each year on progress.'
    as wording_en
from entries;
create unique index on bench_choice (n);

-- What is known of each from which day and which entry on: by its text (k = 0), then by each report. The commitments
-- come first, then all first reports, and so on; each time instrument by instrument, but not in the order of their codes.
create unlogged table bench_step as
with
  base as (
    select revision, current_setting('bench.updates')::integer as updates,
      (select count(distinct instrument) from bench_choice) as instruments
    from register
  ),
  steps as (
    select n, k, code, adopted, updates, (string_to_array(course, ','))[greatest(1, 6 - updates + k)] as status,
      (date '2026-07-01' - adopted) / (updates + 1) as stride,
      row_number() over (order by k, md5(instrument || '/' || k), place) as nth,
      count(*) over () as entries, revision + instruments as before
    from base, bench_choice, generate_series(0, updates) k
  ),
  days as (
    select *, adopted + case when k = 0 then 0 else k * stride + (n * 7 + k * 13) % stride end::integer as day,
      status is distinct from lag(status) over (partition by n order by k) as moved,
      timestamp with time zone '2026-07-01 00:00:00Z' + floor(nth * 6912000 / entries) * interval '1 second' as at
    from steps
  )
select n, k, nth, before + nth as revision, at, day, status,
  max(day) filter (where moved) over (partition by n order by k) as since,
  case when k = 0 then 'stated_in_text' when status in ('operational', 'completed') or (n + k) % 3 = 0 then 'evidenced'
    else 'self_reported' end as assurance,
  count(*) filter (where k > 0 and (status in ('operational', 'completed') or (n + k) % 3 = 0))
    over (partition by n order by k) as evidence,
  k > 0 as reported, day + 90 as report_due,
  lead(day) over follows as next_day, lead(before + nth) over follows as next_revision, lead(nth) over follows as next_nth
from days
window follows as (partition by n order by k);
analyze bench_choice;
analyze bench_step;

-- Rows first, secondary indexes and foreign keys afterwards: one sort each is faster than millions of insertions.
create temporary table bench_dropped on commit drop as
select 1 as place, format('alter table %s drop constraint %I', conrelid::regclass, conname) as off,
  format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as back
from pg_constraint
where contype = 'f' and connamespace = 'public'::regnamespace and conrelid::regclass::text ~ '^(commitment|standing)'
union all
select 2, format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
from pg_index
where indrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace and relname ~ '^(commitment|standing)')
  and not exists (select from pg_constraint where conindid = indexrelid);

do $$
declare
  statement text;
begin
  for statement in select off from bench_dropped order by place loop
    execute statement;
  end loop;
end $$;

insert into instrument (code, place, content)
select instrument, 1000 + min(n),
  json_strip_nulls(json_build_object(
    'code', instrument,
    'title', json_build_object('zh', '合成文书' || instrument, 'en', 'Synthetic instrument ' || instrument),
    'kind', 'joint_statement',
    'adopted', json_build_object('date', adopted, 'precision', 'day', 'basis', 'external'),
    'reportingIntervalDays', 90,
    'parties', json_build_array(json_build_object('party', 'CN', 'role', 'signatory')),
    'binding', json_build_object('nature', 'political'),
    'texts', '[]'::json,
    'languages', json_build_array('zh', 'en'),
    'lineage', '[]'::json,
    'divergences', '[]'::json,
    'commitments', count(*)))::text
from bench_choice
group by instrument, adopted;

-- A promise as the program writes it: the same names in the same order, nothing null, no spaces.
create function pg_temp.promise(choice bench_choice, basis text) returns json language sql stable as $$
  select json_strip_nulls(json_build_object(
    'code', code,
    'instrument', instrument,
    'place', place,
    'item', place::text,
    'title', json_build_object('zh', title_zh, 'en', title_en),
    'wording', json_build_object('zh', wording_zh, 'en', wording_en),
    'area', areas[1],
    'otherAreas', areas[2:],
    'kind', kind,
    'obligation', obligation,
    'parties', parties,
    'owner', json_build_object(
      'how', how,
      'text', case how when 'named' then json_build_object('zh', '各方主管部门', 'en', 'the competent ministries') end,
      'parties', case how when 'named' then array[parties[1 + n % 37 % cardinality(parties)]] end),
    'supporting', '[]'::json,
    'timeFrame', case when first_year is not null then json_build_object(
      'from', make_date(first_year, 1, 1),
      'to', make_date(first_year + 2, 12, 31),
      'precision', 'year',
      'text', json_build_object(
        'zh', first_year || '—' || (first_year + 2) || '年', 'en', first_year || '-' || (first_year + 2)),
      'basis', basis) end,
    'passages', json_build_array(
      json_build_object('lang', 'zh', 'eid', 'para_' || place, 'exact', wording_zh, 'start', place * 200,
        'end', place * 200 + length(wording_zh), 'sha256', encode(sha256(convert_to(wording_zh, 'UTF8')), 'hex')),
      json_build_object('lang', 'en', 'eid', 'para_' || place, 'exact', wording_en, 'start', place * 300,
        'end', place * 300 + length(wording_en), 'sha256', encode(sha256(convert_to(wording_en, 'UTF8')), 'hex'))),
    'divergences', '[]'::json,
    'status', split_part(course, ',', greatest(1, 6 - current_setting('bench.updates')::integer)),
    'statusBasis', json_build_object(
      'quote', json_build_object('lang', 'en', 'text', 'the parties agree', 'start', place * 300, 'end', place * 300 + 17),
      'confidence', 'high',
      'effectiveOn', adopted,
      'precision', 'day')))
  from (select choice.*) chosen
$$;

insert into commitment (code, instrument, place, entered, content, followed, updates)
select code, instrument, place, 'seeds', pg_temp.promise(choice, null)::text, last.revision, last.k
from bench_choice choice join bench_step last using (n)
where last.next_revision is null;

-- A commitment has its details once, for all its rectangles: no report changes them.
insert into commitment_details (id, code, digest, search_text, content)
select id, code, encode(sha256(convert_to(content, 'UTF8')), 'hex'), search_text, content
from (
  select n + (select coalesce(max(id), 0) from commitment_details) as id, code,
    lower(normalize(code || title_zh || title_en || wording_zh || ' ' || wording_en, nfkc)) as search_text,
    '{"promise":' || pg_temp.promise(choice, 'stated') || ',"supportingAssigned":[]}' as content
  from bench_choice choice
) details;
create unlogged table bench_details as
select n, details.id from bench_choice join commitment_details details using (code);

insert into commitment_facet (details_id, dimension, facet_value)
select id, 'area', value from bench_choice join bench_details using (n), unnest(areas) value
union all
select id, 'party', value from bench_choice join bench_details using (n), unnest(parties) value
union all
select id, 'owner', how from bench_choice join bench_details using (n)
union all
select id, 'owner', parties[1 + n % 37 % cardinality(parties)] from bench_choice join bench_details using (n)
where how = 'named'
union all
select id, 'reporter', value from bench_choice join bench_details using (n), unnest(case how when 'named'
  then array[parties[1 + n % 37 % cardinality(parties)]] else parties end) value;

-- Where they stood. An entry opens a rectangle from its day on; the next one closes it and opens one that ends on its own
-- day. A state keeps the entry it came with, however its rectangle is cut. Entry by entry, as they would have been written.
do $$
declare
  base constant bigint := (select coalesce(max(id), 0) from standing);
  updates constant integer := current_setting('bench.updates');
begin
  for entry in 0 .. updates loop
    insert into standing (id, code, valid_from, valid_to, recorded_from, recorded_to, latest, sort_key, instrument, area,
      kind, obligation, status, status_since, assurance, due, reported, report_due, revision, updated_at, version, details_id, content)
    select id, code, day, valid_to, recorded_from, recorded_to, latest, instrument || '/' || lpad(place::text, 6, '0'),
      instrument, area, kind, obligation, status, since, assurance, due, reported, report_due, revision, at, k, details_id,
      json_strip_nulls(json_build_object(
        'status', status,
        'since', since,
        'percent', case when k > 0 then least(15 * k, 100) end,
        'assurance', assurance,
        'reportDue', report_due,
        'successor', case when status = 'superseded' then instrument || case place when 1 then '.02' else '.01' end end,
        'stated', k = 0,
        'lastUpdate', case when k > 0 then json_build_object(
          'id', code || '-U' || k,
          'effectiveOn', day,
          'recordedAt', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
          'narrative', json_build_object(
            'zh', '第' || k || '次通报：各方按计划推进。',
            'en', 'Report ' || k || ': the parties proceed as planned.')) end,
        'evidence', evidence))::text
    from (
      select piece.*, choice.code, choice.instrument, choice.place, choice.areas[1] as area, choice.kind,
        choice.obligation, coalesce(make_date(first_year + 2, 12, 31), date '9999-12-31') as due, details.id as details_id
      from (
        select base + 2 * nth as id, n, k, day, date '9999-12-31' as valid_to, revision as recorded_from,
          coalesce(next_revision, 9223372036854775807) as recorded_to, next_revision is null as latest,
          status, since, assurance, evidence, reported, report_due, revision, at
        from bench_step where k = entry
        union all
        select base + 2 * next_nth - 1, n, k, day, next_day, next_revision, 9223372036854775807, false,
          status, since, assurance, evidence, reported, report_due, revision, at
        from bench_step where k = entry - 1
      ) piece
      join bench_choice choice using (n) join bench_details details using (n)
      order by piece.id
    ) ordered;
  end loop;
end $$;

-- One in ten is linked to the same place of another instrument.
insert into commitment_link (id, from_code, to_code, type, confidence, basis_zh, basis_en, asserted_by, withdrawn,
  valid_from, recorded_from, recorded_to)
select (select coalesce(max(id), 0) from commitment_link) + row_number() over (order by one.n), one.code, other.code,
  (array['reaffirms', 'contributes_to', 'same_promise'])[1 + one.n % 29 % 3], 'medium', '两项措辞相近。', 'The wording is alike.',
  'key:bench', false, greatest(one.adopted, other.adopted), greatest(known.revision, known_too.revision), 9223372036854775807
from bench_choice one
join bench_choice other on other.n = one.n + 50
join bench_step known on known.n = one.n and known.k = 0
join bench_step known_too on known_too.n = other.n and known_too.k = 0
where one.n % 31 < 3;

-- What a writer reads before it writes: the entries that the standings of the first commitments follow from. Their hashes
-- are not those of the program.
insert into ledger_entry (sequence, recorded_at, actor, subject, kind, effective_on, body, salt, leaf_hash)
select *, md5(random()::text), encode(sha256(convert_to(body, 'UTF8')), 'hex')
from (
  select register.revision + row_number() over (order by code), timestamp with time zone '2026-07-01 00:00:00Z',
    'seeds', 'instrument/' || code, 'recorded', (content::json #>> '{adopted,date}')::date,
    '{"place":' || place || ',"view":' || content || '}' as body
  from instrument, register
  where code in (select instrument from bench_choice where n <= current_setting('bench.recorded')::integer)
  union all
  select revision, at, case k when 0 then 'seeds' else 'key:bench' end, 'commitment/' || code,
    case k when 0 then 'recorded' else 'accepted' end, day,
    case k when 0 then pg_temp.promise(choice, null)::text
    else json_strip_nulls(json_build_object(
      'decidedBy', 'key:bench',
      'effectiveOn', day,
      'evidence', case when assurance = 'evidenced' then json_build_array(json_build_object(
        'language', 'en',
        'publisher', 'Example',
        'retrievedAt', '2026-06-30T00:00:00Z',
        'sourceClass', 'official',
        'title', json_build_object('en', 'Report ' || k),
        'url', 'https://example.org/' || code || '/' || k)) end,
      'id', code || '-U' || k,
      'narrative', json_build_object(
        'en', 'Report ' || k || ': the parties proceed as planned.',
        'zh', '第' || k || '次通报：各方按计划推进。'),
      'percent', least(15 * k, 100),
      'state', 'accepted',
      'status', status,
      'submittedBy', 'key:bench',
      'successor', case when status = 'superseded' then instrument || case place when 1 then '.02' else '.01' end end))::text
    end
  from bench_choice choice join bench_step using (n)
  where n <= current_setting('bench.recorded')::integer
) entry;

do $$
declare
  statement text;
begin
  for statement in select back from bench_dropped order by place desc loop
    execute statement;
  end loop;
end $$;

select setval('commitment_details_seq', max(id) + 50) from commitment_details;
select setval('standing_seq', max(id) + 50) from standing;
select setval('commitment_link_seq', max(id) + 50) from commitment_link;
-- The log's tree grows on from an edge of as many hashes as the revision has bits; those of the synthetic entries are not true.
update register set revision = last.revision, changed_at = now(),
  edge = decode(repeat('00', (32 * bit_count(int8send(last.revision)))::integer), 'hex')
from (select max(revision) as revision from bench_step) last;
drop function pg_temp.promise;
drop table bench_choice, bench_step, bench_details;
