-- The columns of the status report, as COPY writes them: what the store has in columns, and what it has as text.
select
  s.code, s.instrument, promise ->> 'item' as item,
  promise #>> '{title,zh}' as title_zh, promise #>> '{title,en}' as title_en,
  promise #>> '{wording,zh}' as wording_zh, promise #>> '{wording,en}' as wording_en,
  promise #>> '{summary,zh}' as summary_zh, promise #>> '{summary,en}' as summary_en,
  s.area, (select content::jsonb #>> '{label,en}' from area where area.code = s.area) as area_label,
  (select string_agg(value, ';') from jsonb_array_elements_text(promise -> 'otherAreas') value) as other_areas,
  s.kind, s.obligation,
  (select string_agg(value, ';') from jsonb_array_elements_text(promise -> 'parties') value) as parties,
  promise #>> '{owner,how}' as owner_stated,
  promise #>> '{owner,text,zh}' as owner_stated_zh, promise #>> '{owner,text,en}' as owner_stated_en,
  (select string_agg(value, ';') from jsonb_array_elements_text(promise #> '{owner,parties}') value) as owner_stated_parties,
  details #>> '{assigned,party}' as owner_assigned,
  details #>> '{assigned,unit,zh}' as owner_assigned_unit_zh, details #>> '{assigned,unit,en}' as owner_assigned_unit_en,
  details #>> '{assigned,since}' as owner_assigned_since,
  promise #>> '{timeFrame,from}' as time_frame_from, promise #>> '{timeFrame,to}' as time_frame_to,
  s.status, initcap(replace(s.status, '_', ' ')) as status_label, s.status_since, progress ->> 'percent' as percent,
  case when s.due = date '9999-12-31' then 'no_deadline' when s.due < current_date then 'missed' else 'on_track' end as schedule,
  case when s.due = date '9999-12-31' then 'No deadline' when s.due < current_date then 'Missed' else 'On track' end as schedule_label,
  case when s.status in ('completed', 'cancelled', 'superseded') then 'not_due' when not s.reported then 'never_reported' when s.report_due < current_date then 'overdue' else 'current' end as freshness,
  case when s.status in ('completed', 'cancelled', 'superseded') then 'Not due' when not s.reported then 'Never reported' when s.report_due < current_date then 'Overdue' else 'Current' end as freshness_label,
  s.assurance, initcap(replace(s.assurance, '_', ' ')) as assurance_label,
  s.assessment, initcap(replace(s.assessment, '_', ' ')) as assessment_label,
  progress #>> '{lastUpdate,id}' as last_report, progress #>> '{lastUpdate,effectiveOn}' as last_report_on,
  progress #>> '{lastUpdate,recordedAt}' as last_report_recorded_at, progress #>> '{lastUpdate,party}' as last_report_party,
  progress #>> '{lastUpdate,narrative,zh}' as last_report_zh, progress #>> '{lastUpdate,narrative,en}' as last_report_en,
  progress ->> 'evidence' as evidence_count,
  (select string_agg(concat_ws(' ', value ->> 'lang', value ->> 'eid', (value ->> 'start') || '-' || (value ->> 'end'),
    value ->> 'sha256'), ';') from jsonb_array_elements(promise -> 'passages') value) as passages,
  s.revision as entry, s.updated_at as recorded_at
from standing s
join commitment_details d on d.id = s.details_id
-- Parsed once: offset 0 keeps PostgreSQL from doing it again for every column.
cross join lateral (select d.content::jsonb as details, s.content::jsonb as progress offset 0) parsed
cross join lateral (select details -> 'promise' as promise offset 0) read
where s.latest
order by s.sort_key
