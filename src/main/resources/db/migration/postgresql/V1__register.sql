-- collate "C": codes and terms sort and match by their bytes, the same on every machine.
-- The register: one row, its head. Every writer locks it.
create table register (
  id integer not null primary key check (id = 1),
  revision bigint not null,
  changed_at timestamp(6) with time zone not null,
  cursor_key bytea not null
);
-- The key that signs cursors is made here, once, and shared by all nodes on this store.
insert into register (id, revision, changed_at, cursor_key) values (1, 0, current_timestamp, decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));

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
  leaf_hash varchar(64) not null
);
create index ledger_entry_subject on ledger_entry (subject, sequence);
create function ledger_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is append-only';
end $$;
create trigger ledger_append_only before update or delete or truncate on ledger_entry
  for each statement execute function ledger_append_only();

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

create sequence commitment_seq start with 1 increment by 50;
create table commitment (
  id bigint not null primary key,
  code varchar(60) collate "C" not null unique,
  instrument varchar(40) collate "C" not null references instrument,
  sort_key varchar(60) collate "C" not null unique,
  area varchar(40) collate "C" not null references area,
  kind varchar(20) not null,
  obligation varchar(20) not null,
  status varchar(20) not null,
  status_since date not null,
  assurance varchar(20) not null,
  assessment varchar(20) not null,
  due date not null,
  report_due date,
  updated_at timestamp(6) with time zone not null,
  version integer not null,
  revision bigint not null,
  search_text text not null,
  content text not null
);
-- Each filter with the order of the list behind it, so that a page is read off the index.
create index commitment_instrument on commitment (instrument, sort_key);
create index commitment_area_first on commitment (area, sort_key);
create index commitment_status on commitment (status, sort_key);
create index commitment_kind on commitment (kind, sort_key);
create index commitment_obligation on commitment (obligation, sort_key);
create index commitment_assurance on commitment (assurance, sort_key);
create index commitment_report_due on commitment (report_due, sort_key);
create index commitment_updated on commitment (updated_at, sort_key);
create index commitment_due on commitment (due, sort_key);

create table commitment_area (
  commitment_id bigint not null references commitment,
  area varchar(40) collate "C" not null references area,
  primary key (commitment_id, area)
);
create index commitment_area_value on commitment_area (area, commitment_id);
create table commitment_party (
  commitment_id bigint not null references commitment,
  party varchar(40) collate "C" not null references party,
  primary key (commitment_id, party)
);
create index commitment_party_value on commitment_party (party, commitment_id);
-- A party's code, or how the text names the owner: not_stated, jointly, unnamed, named.
create table commitment_owner (
  commitment_id bigint not null references commitment,
  owner varchar(40) collate "C" not null,
  primary key (commitment_id, owner)
);
create index commitment_owner_value on commitment_owner (owner, commitment_id);
create table commitment_term (
  commitment_id bigint not null references commitment,
  term varchar(40) collate "C" not null,
  primary key (commitment_id, term)
);
create index commitment_term_value on commitment_term (term, commitment_id);

create sequence commitment_link_seq start with 1 increment by 50;
create table commitment_link (
  id bigint not null primary key,
  from_code varchar(60) collate "C" not null references commitment (code),
  to_code varchar(60) collate "C" not null references commitment (code),
  type varchar(20) not null,
  confidence varchar(10) not null,
  basis_zh varchar(2000),
  basis_en varchar(2000),
  unique (from_code, to_code, type),
  check (from_code <> to_code)
);
create index commitment_link_to on commitment_link (to_code);

-- Kept counts: commitments that have both values; a value with itself is its own count.
create table commitment_tally (
  dimension varchar(16) not null,
  facet_value varchar(40) collate "C" not null,
  other_dimension varchar(16) not null,
  other_value varchar(40) collate "C" not null,
  n bigint not null check (n >= 0),
  primary key (dimension, other_dimension, facet_value, other_value)
);
create index commitment_tally_other on commitment_tally (other_dimension, other_value, dimension);

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
