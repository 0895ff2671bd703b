-- collate "C": codes and terms sort and match by their bytes, the same on every machine.
-- The register: one row, its head. Every writer locks it.
create table register (
  id integer not null primary key check (id = 1),
  revision bigint not null,
  changed_at timestamp(6) with time zone not null,
  settled_at timestamp(6) with time zone not null,
  cursor_key bytea not null,
  -- The hashes of the complete subtrees that make up the log's tree, 32 bytes each, the largest first.
  edge bytea not null
);
-- The key that signs cursors is made here, once, and shared by all nodes on this store.
insert into register (id, revision, changed_at, settled_at, cursor_key, edge) values (1, 0, current_timestamp, current_timestamp, decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'), '');

-- Every write, for ever. The sequence is the revision of the register.
create table ledger_entry (
  sequence bigint not null primary key,
  recorded_at timestamp(6) with time zone not null,
  actor varchar(80) not null,
  subject varchar(200) collate "C" not null,
  kind varchar(40) not null,
  effective_on date,
  reason varchar(4000),
  body text not null,
  -- 128 random bits under the hash, in hexadecimal: so that nobody can guess a withheld entry and know it by its hash
  salt varchar(32) not null,
  leaf_hash varchar(64) not null
);
create index ledger_entry_subject on ledger_entry (subject, sequence);
create index ledger_entry_recorded on ledger_entry (recorded_at, sequence);
create function ledger_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is append-only';
end $$;
create trigger ledger_append_only before update or delete or truncate on ledger_entry
  for each statement execute function ledger_append_only();
-- The log's tree (RFC 6962): the hash of each complete subtree of more than one leaf; the leaves are the entries. Numbered
-- from left to right among nodes and leaves: (2 * place + 1) * 2 ^ level - 1.
create table ledger_node (
  number bigint not null primary key,
  hash varchar(64) not null
);
create trigger ledger_node_append_only before update or delete or truncate on ledger_node
  for each statement execute function ledger_append_only();

-- Where the log was signed last, and all keys that signed it.
create table log_checkpoint (
  id integer not null primary key check (id = 1),
  size bigint not null,
  note varchar(20000) not null
);
create table log_key (
  verifier varchar(400) not null primary key,
  known_from bigint not null
);

create table area (
  code varchar(40) collate "C" not null primary key,
  place integer not null,
  content text not null
);
create table party (
  code varchar(40) collate "C" not null primary key,
  place integer not null,
  content text not null
);
create table vocabulary (
  code varchar(40) collate "C" not null primary key,
  place integer not null,
  content text not null
);
create table instrument (
  code varchar(40) collate "C" not null primary key,
  place integer not null,
  content text not null
);
create table text_version (
  instrument varchar(40) collate "C" not null references instrument,
  lang varchar(2) not null,
  content text not null,
  primary key (instrument, lang)
);

create sequence passage_seq start with 1 increment by 50;
create table passage (
  id bigint not null primary key,
  instrument varchar(40) collate "C" not null references instrument,
  place integer not null,
  kind varchar(16) not null,
  lang varchar(2) not null,
  eid varchar(80) not null,
  exact text not null,
  start_at integer not null,
  end_at integer not null,
  sha256 varchar(64) not null,
  commitment varchar(60)
);
create index passage_instrument on passage (instrument, place);

create table commitment (
  code varchar(60) collate "C" not null primary key,
  instrument varchar(40) collate "C" not null references instrument,
  place integer not null,
  entered varchar(10) not null,
  content text not null,
  followed bigint not null,
  updates integer not null,
  unique (instrument, place)
);

-- Details of a commitment, once for all the rectangles that hold them.
create sequence commitment_details_seq start with 1 increment by 50;
create table commitment_details (
  id bigint not null primary key,
  code varchar(60) collate "C" not null references commitment,
  digest varchar(64) not null,
  search_text text not null,
  content text not null,
  unique (code, digest)
);
-- Areas, parties and owners: a commitment has several. An owner is a party or how the text names one.
create table commitment_facet (
  details_id bigint not null references commitment_details,
  dimension varchar(16) not null,
  facet_value varchar(40) collate "C" not null,
  primary key (details_id, dimension, facet_value)
);
create index commitment_facet_value on commitment_facet (dimension, facet_value, details_id);
create table commitment_term (
  details_id bigint not null references commitment_details,
  term varchar(40) collate "C" not null,
  primary key (details_id, term)
);
create index commitment_term_value on commitment_term (term, details_id);

-- Where commitments stood: valid_from to valid_to in the world, as known from one entry to another; the ends are not in it.
create sequence standing_seq start with 1 increment by 50;
create table standing (
  id bigint not null primary key,
  code varchar(60) collate "C" not null references commitment,
  valid_from date not null,
  valid_to date not null,
  recorded_from bigint not null,
  recorded_to bigint not null,
  latest boolean not null,
  sort_key varchar(60) collate "C" not null,
  instrument varchar(40) collate "C" not null references instrument,
  area varchar(40) collate "C" not null references area,
  kind varchar(20) not null,
  obligation varchar(20) not null,
  status varchar(20) not null,
  status_since date not null,
  assurance varchar(20) not null,
  assessment varchar(20) default 'not_assessed' not null,
  due date not null,
  reported boolean not null,
  report_due date not null,
  revision bigint not null,
  updated_at timestamp(6) with time zone not null,
  version integer not null,
  details_id bigint not null references commitment_details,
  content text not null,
  check (valid_from < valid_to and recorded_from < recorded_to)
);
create index standing_code on standing (code, recorded_to);
-- As it was: each with the order of the list behind it.
create index standing_order on standing (sort_key);
create index standing_status on standing (status, sort_key);
create index standing_instrument on standing (instrument, sort_key);
create index standing_area on standing (area, sort_key);
create index standing_details on standing (details_id);
-- As it is: each filter with the order of the list behind it, so that a page is read off the index.
create index standing_latest_sort_key on standing (sort_key) where latest;
create index standing_latest_instrument on standing (instrument, sort_key) where latest;
create index standing_latest_area on standing (area, sort_key) where latest;
create index standing_latest_status on standing (status, sort_key) where latest;
create index standing_latest_kind on standing (kind, sort_key) where latest;
create index standing_latest_obligation on standing (obligation, sort_key) where latest;
create index standing_latest_assurance on standing (assurance, sort_key) where latest;
create index standing_latest_assessment on standing (assessment, sort_key) where latest and assessment <> 'not_assessed';
create index standing_latest_report_due on standing (report_due, sort_key) where latest;
create index standing_latest_updated_at on standing (updated_at, sort_key) where latest;
create index standing_latest_due on standing (due, sort_key) where latest;
create unique index standing_latest_code on standing (code) where latest;
create index standing_latest_details_id on standing (details_id) where latest;

-- Where each party stands that has a standing of its own.
create table standing_party (
  standing_id bigint not null references standing,
  party varchar(40) collate "C" not null,
  status varchar(20) not null,
  primary key (standing_id, party)
);
create index standing_party_status on standing_party (party, status, standing_id);

create sequence commitment_link_seq start with 1 increment by 50;

create table commitment_link (
  id bigint not null primary key,
  from_code varchar(60) collate "C" not null references commitment (code),
  to_code varchar(60) collate "C" not null references commitment (code),
  type varchar(20) not null,
  confidence varchar(10) not null,
  basis_zh varchar(2000),
  basis_en varchar(2000),
  asserted_by varchar(80) not null,
  reviewed_by varchar(80),
  withdrawn boolean not null,
  valid_from date not null,
  recorded_from bigint not null,
  recorded_to bigint not null,
  unique (from_code, to_code, type, recorded_from),
  check (from_code <> to_code)
);
create index commitment_link_to on commitment_link (to_code);

-- Kept counts: commitments that have both values; a value with itself is its own count. As far as is known now, and by
-- how many that number changed in a month and on a day.
create table commitment_tally (
  dimension varchar(16) not null,
  facet_value varchar(40) collate "C" not null,
  other_dimension varchar(16) not null,
  other_value varchar(40) collate "C" not null,
  period varchar(5) not null,
  starts_on date not null,
  n bigint not null,
  primary key (dimension, other_dimension, period, starts_on, facet_value, other_value),
  check (n >= 0 or period <> 'all')
);
create index commitment_tally_value on commitment_tally (dimension, facet_value, other_dimension) where period = 'all';
create index commitment_tally_other on commitment_tally (other_dimension, other_value, dimension) where period = 'all';

-- Of a key only its digest is kept. Whether it has ended is judged by the clock of the program.
create table api_key (
  id varchar(16) collate "C" not null primary key,
  role varchar(20) not null,
  party varchar(40) collate "C" references party,
  label varchar(200) not null,
  hash varchar(64) not null,
  created_at timestamp(6) with time zone not null,
  created_by varchar(80) not null,
  expires_at timestamp(6) with time zone not null,
  revoked_at timestamp(6) with time zone,
  check (role <> 'contributor' or party is not null)
);

-- Reports: submitted once, decided once; both moments are entries of the ledger.
create table progress_update (
  id varchar(80) collate "C" not null primary key,
  commitment varchar(60) collate "C" not null references commitment,
  instrument varchar(40) collate "C" not null references instrument,
  party varchar(40) collate "C" references party,
  submitted_by varchar(80) not null,
  submitter_party varchar(40) collate "C",
  effective_on date not null,
  submitted_entry bigint not null unique references ledger_entry,
  submitted_at timestamp(6) with time zone not null,
  state varchar(10) not null,
  decided_entry bigint references ledger_entry,
  decided_at timestamp(6) with time zone,
  corrected_entry bigint references ledger_entry,
  corrected_by varchar(80) collate "C" references progress_update,
  content text not null
);
create index progress_update_commitment on progress_update (commitment, submitted_entry);
create index progress_update_instrument on progress_update (instrument, submitted_entry);
create index progress_update_state on progress_update (state, submitted_entry);

-- Files by the digest of their bytes, which lie in a folder of their own, and by the side that uploaded them.
create table evidence_file (
  sha256 varchar(64) not null,
  side varchar(80) not null,
  media_type varchar(100) not null,
  size bigint not null,
  name varchar(200) not null,
  uploaded_by varchar(80) not null,
  uploaded_entry bigint not null references ledger_entry,
  uploaded_at timestamp(6) with time zone not null,
  published_entry bigint references ledger_entry,
  primary key (sha256, side)
);

-- What was answered to a change, for whoever sends it again.
create table given_answer (
  actor varchar(80) not null,
  route varchar(300) not null,
  idempotency_key varchar(255) not null,
  fingerprint varchar(64) not null,
  location varchar(300),
  body text not null,
  kept_until timestamp(6) with time zone not null,
  primary key (actor, route, idempotency_key)
);
create index given_answer_kept on given_answer (kept_until);
