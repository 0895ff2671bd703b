-- What one progress update writes, for pgbench: in one transaction, under the lock of the head row, the statements that
-- the service sends to insert and to update, in its order. Its reading is left out, which favours this side: of nine
-- queries there is only the locked head. What the service has read before, it says as parameters; here a row is copied
-- from the one it follows. The commitments (table bench_target) are none that the service reports on in the same run.
\set target random(1, :targets)
select code, instrument from bench_target where id = :target \gset
begin;
set transaction isolation level read committed;
-- The claim of the Idempotency-Key.
select pg_try_advisory_xact_lock(hashtextextended(:code, :client_id));
select revision + 1 as entry, revision || '-' || :client_id as key from register where id = 1 for no key update \gset
delete from given_answer where kept_until < current_timestamp - interval '1 day';
insert into ledger_entry (actor, body, effective_on, kind, leaf_hash, reason, recorded_at, subject, sequence, salt) values ('secretariat/f9pcthvz3m', '{"decidedBy":"secretariat/f9pcthvz3m","effectiveOn":"2026-10-09","evidence":[{"language":"en","publisher":"Example","retrievedAt":"2026-07-01T00:00:00Z","sourceClass":"official","title":{"en":"Minutes of the meeting","zh":"会议纪要"},"url":"https://example.org/minutes"}],"id":"SYN-000001.06-U6","narrative":{"en":"The parties met and agreed on the next steps.","zh":"各方举行会议，商定下一步安排。"},"percent":40,"state":"accepted","status":"in_progress","submittedBy":"secretariat/f9pcthvz3m"}', '2026-10-09', 'accepted', encode(sha256(:key::text::bytea), 'hex'), null, clock_timestamp(), 'commitment/' || :code, :entry, md5(:key::text));
insert into progress_update (commitment, content, corrected_by, corrected_entry, decided_at, decided_entry, effective_on, instrument, party, state, submitted_at, submitted_by, submitted_entry, submitter_party, id) values (:code, '{"id":"SYN-000001.06-U6","state":"accepted","effectiveOn":"2026-10-09","status":"in_progress","percent":40,"narrative":{"zh":"各方举行会议，商定下一步安排。","en":"The parties met and agreed on the next steps."},"evidence":[{"url":"https://example.org/minutes","title":{"zh":"会议纪要","en":"Minutes of the meeting"},"publisher":"Example","language":"en","retrievedAt":"2026-07-01T00:00:00Z","sourceClass":"official"}],"submittedBy":"secretariat/f9pcthvz3m","decidedBy":"secretariat/f9pcthvz3m"}', null, null, clock_timestamp(), :entry, '2026-10-09', :instrument, null, 'accepted', clock_timestamp(), 'secretariat/f9pcthvz3m', :entry, null, :code || '-B' || :entry);
update commitment set followed = :entry, updates = updates + 1 where code = :code;
-- The tree: one subtree for each entry on average, and the edge in the row that is written anyway.
insert into ledger_node (number, hash) values (-(:entry::bigint), encode(sha256(:key::text::bytea), 'hex'));
update register set changed_at = clock_timestamp(), revision = :entry, edge = decode(repeat('00', (32 * bit_count(int8send(:entry::bigint)))::integer), 'hex') where id = 1;
update standing set latest = false, recorded_to = :entry where code = :code and latest returning id as closed \gset
insert into standing (id, code, valid_from, valid_to, recorded_from, recorded_to, latest, sort_key, instrument, area, kind, obligation, status, status_since, assurance, due, reported, report_due, revision, updated_at, version, details_id, content) select nextval('standing_seq'), code, valid_from, valid_from + 1, :entry, 9223372036854775807, false, sort_key, instrument, area, kind, obligation, status, status_since, assurance, due, reported, report_due, revision, updated_at, version, details_id, content || '' from standing where id = :closed;
insert into standing (id, code, valid_from, valid_to, recorded_from, recorded_to, latest, sort_key, instrument, area, kind, obligation, status, status_since, assurance, due, reported, report_due, revision, updated_at, version, details_id, content) select nextval('standing_seq'), code, valid_from + 1, date '9999-12-31', :entry, 9223372036854775807, true, sort_key, instrument, area, kind, obligation, status, status_since, assurance, due, reported, report_due, :entry, clock_timestamp(), version + 1, details_id, content || '' from standing where id = :closed;
-- Kept counts: as many as the service was seen to write for one update, on average, in one batch as there.
\startpipeline
-- counts
\endpipeline
insert into given_answer (body, fingerprint, kept_until, location, actor, idempotency_key, route) values ('{"id":"SYN-000001.06-U6","commitment":"SYN-000001.06","state":"accepted","effectiveOn":"2026-10-09","submittedAt":"2026-11-21T14:08:18.879545Z","status":"in_progress","percent":40,"narrative":{"zh":"各方举行会议，商定下一步安排。","en":"The parties met and agreed on the next steps."},"evidence":[{"url":"https://example.org/minutes","title":{"zh":"会议纪要","en":"Minutes of the meeting"},"publisher":"Example","language":"en","retrievedAt":"2026-07-01T00:00:00Z","sourceClass":"official"}],"submittedBy":"secretariat/f9pcthvz3m","decidedBy":"secretariat/f9pcthvz3m","decidedAt":"2026-11-21T14:08:18.879545Z","revision":12528}', encode(sha256(:key::text::bytea), 'hex'), clock_timestamp() + interval '24 hours', '/api/v1/updates/SYN-000001.06-U6', 'secretariat/f9pcthvz3m', :key, 'reportProgress ' || :code);
commit;
