-- Adds synthetic commitments to a register that holds the seeds: as many as the setting bench.commitments says, 50 to an
-- instrument. Nothing is drawn at random. Each choice is read off the remainder of the row's number by a prime of its
-- own, and such remainders are independent of each other (Chinese remainder theorem).
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
  register as (select max(id) as id, max(revision) as revision from commitment),
  numbers as (
    select n, 'SYN-' || lpad(((n - 1) / 50 + 1)::text, 6, '0') as instrument, (1 + (n - 1) % 50)::integer as place
    from generate_series(1, current_setting('bench.commitments')::bigint) n
  ),
  entries as (
    select n, instrument, place,
      -- Instruments are entered one after the other, but not in the order of their codes.
      row_number() over (order by md5(instrument), place) as entry,
      -- The squares crowd at the beginning of the list of areas.
      floor(cardinality(codes) * (n % 101 / 101.0) ^ 2)::integer as area,
      codes, members, others
    from numbers, areas, states
  )
select n, register.id + entry as id, register.revision + entry as revision,
  timestamp with time zone '2026-01-01 00:00:00Z' + entry * interval '7 seconds' as updated_at,
  instrument, place,
  instrument || '.' || lpad(place::text, 2, '0') as code,
  array_remove(array[
    codes[1 + area],
    case when n % 67 < 37 then codes[1 + (area + 1 + (n % 61 % 6)::integer) % 13] end,
    case when n % 67 < 15 then codes[1 + (area + 7 + (n % 59 % 6)::integer) % 13] end], null) as areas,
  case when n % 79 < 16 then members || 'CN'::varchar
    else 'CN'::varchar || array(
      select others[1 + (n + i) % cardinality(others)] from generate_series(1, n % 79 % 5) i) end as parties,
  (array['not_stated', 'not_stated', 'not_stated', 'jointly', 'jointly', 'unnamed', 'named'])[1 + n % 71 % 7] as how,
  (array['declared', 'declared', 'declared', 'exploring', 'preparing', 'in_progress', 'in_progress', 'operational',
    'completed', 'suspended', 'cancelled', 'superseded'])[1 + n % 97 % 12] as status,
  (array['pledge', 'pledge', 'pledge', 'programme', 'programme', 'institution', 'event', 'infrastructure',
    'deployment', 'negotiation'])[1 + n % 89 % 10] as kind,
  (array['undertake', 'cooperate', 'cooperate', 'promote', 'promote', 'encourage', 'explore'])[1 + n % 83 % 7]
    as obligation,
  (array['stated_in_text', 'stated_in_text', 'stated_in_text', 'stated_in_text', 'self_reported', 'self_reported',
    'evidenced', 'verified', 'disputed'])[1 + n % 47 % 9] as assurance,
  (array['not_assessed', 'not_assessed', 'not_assessed', 'not_assessed', 'no_evidence', 'not_started', 'limited',
    'substantial', 'complete'])[1 + n % 43 % 9] as assessment,
  date '2020-01-01' + (n % 2003)::integer as since,
  case when n % 41 < 12 then date '2026-01-01' + (n % 499)::integer end as report_due,
  case when n % 53 < 5 then (2024 + n % 53 % 5)::integer end as first_year,
  '数字合作共同事项第' || n || '项' as title_zh,
  'Digital cooperation, item ' || n as title_en,
  '第' || n || '项：各方同意在平等、互利和自愿的基础上，就数字基础设施、人工智能、数字贸易与人才培养开展务实合作，'
    || '定期交流政策与最佳实践，推动标准互认，支持中小企业和偏远地区共享数字发展成果，并于每年的高官会上通报本项合作的进展情况。'
    as wording_zh,
  'Item ' || n || ': the parties agree to cooperate, on the basis of equality and mutual benefit, on digital '
    || 'infrastructure, trade and skills, to exchange policies and best practices, and to report each year on progress.'
    as wording_en
from entries, register;

-- Rows first, secondary indexes and foreign keys afterwards: one sort each is faster than a million insertions.
create temporary table bench_dropped on commit drop as
select 1 as place, format('alter table %s drop constraint %I', conrelid::regclass, conname) as off,
  format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as back
from pg_constraint
where contype = 'f' and connamespace = 'public'::regnamespace and conrelid::regclass::text like 'commitment%'
union all
select 2, format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
from pg_index
where indrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace and relname like 'commitment%')
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
    'adopted', json_build_object('date', '2020-01-01', 'precision', 'day', 'basis', 'external'),
    'reportingIntervalDays', 90,
    'parties', json_build_array(json_build_object('party', 'CN', 'role', 'signatory')),
    'binding', json_build_object('nature', 'political'),
    'texts', '[]'::json,
    'languages', json_build_array('zh', 'en'),
    'lineage', '[]'::json,
    'divergences', '[]'::json,
    'commitments', count(*)))::text
from bench_choice
group by instrument;

-- The content is a promise as the program writes it: the same names in the same order, nothing null, no spaces.
insert into commitment (id, code, instrument, sort_key, area, kind, obligation, status, status_since, assurance,
  assessment, due, report_due, updated_at, version, revision, search_text, content)
select id, code, instrument, instrument || '/' || lpad(place::text, 6, '0'), areas[1], kind, obligation, status, since,
  assurance, assessment, coalesce(make_date(first_year + 2, 12, 31), date '9999-12-31'), report_due,
  updated_at, 0, revision,
  lower(normalize(code || title_zh || title_en || wording_zh || ' ' || wording_en, nfkc)),
  json_strip_nulls(json_build_object(
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
        'zh', first_year || '—' || (first_year + 2) || '年', 'en', first_year || '-' || (first_year + 2))) end,
    'passages', json_build_array(
      json_build_object('lang', 'zh', 'eid', 'para_' || place, 'exact', wording_zh, 'start', place * 200,
        'end', place * 200 + length(wording_zh), 'sha256', encode(sha256(convert_to(wording_zh, 'UTF8')), 'hex')),
      json_build_object('lang', 'en', 'eid', 'para_' || place, 'exact', wording_en, 'start', place * 300,
        'end', place * 300 + length(wording_en), 'sha256', encode(sha256(convert_to(wording_en, 'UTF8')), 'hex'))),
    'divergences', '[]'::json,
    'status', status,
    'statusBasis', json_build_object(
      'quote', json_build_object('lang', 'en', 'text', 'the parties agree', 'start', place * 300, 'end', place * 300 + 17),
      'confidence', 'high',
      'effectiveOn', since,
      'precision', 'day')))::text
from bench_choice
order by id;

insert into commitment_area (commitment_id, area)
select id, area from bench_choice, unnest(areas) area;

insert into commitment_party (commitment_id, party)
select id, party from bench_choice, unnest(parties) party;

insert into commitment_owner (commitment_id, owner)
select id, how from bench_choice
union all
select id, parties[1 + n % 37 % cardinality(parties)] from bench_choice where how = 'named';

-- One in ten is linked to the same place of another instrument.
insert into commitment_link (id, from_code, to_code, type, confidence, basis_zh, basis_en)
select (select coalesce(max(id), 0) from commitment_link) + row_number() over (order by one.id), one.code, other.code,
  (array['reaffirms', 'contributes_to', 'same_promise'])[1 + one.n % 29 % 3], 'medium', '两项措辞相近。', 'The wording is alike.'
from bench_choice one join bench_choice other on other.n = one.n + 50
where one.n % 31 < 3;

do $$
declare
  statement text;
begin
  for statement in select back from bench_dropped order by place desc loop
    execute statement;
  end loop;
end $$;

select setval('commitment_seq', max(id) + 50) from commitment;
select setval('commitment_link_seq', max(id) + 50) from commitment_link;
update register set revision = (select max(revision) from bench_choice), changed_at = now();
drop table bench_choice;
