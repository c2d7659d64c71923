import type { DatabaseSync } from 'node:sqlite';

/** Each entry brings the database one version on; entries are only ever added. */
const migrations: readonly string[] = [
  `
  create table events (
    pin integer primary key autoincrement,
    id text not null unique,
    kind text not null,
    title text not null,
    summary text not null,
    description text not null,
    status text not null,
    verified_at integer,
    approved_at integer,
    review_message text,
    sponsor_json text,
    sponsor_id text,
    host_name text,
    timezone text not null,
    location_kind text,
    venue text,
    address_lines_json text not null,
    locality text,
    region text,
    postal_code text,
    country text,
    latitude real,
    longitude real,
    precision text not null,
    is_virtual integer not null,
    languages_json text not null,
    accessibility_json text not null,
    wheelchair integer not null,
    capacity integer,
    guests_per_rsvp integer not null,
    commitments_json text not null,
    links_json text not null,
    tags_json text not null,
    image_url text,
    browser_url text,
    rsvp text not null,
    source_system text not null,
    source_id text not null,
    source_organization text,
    source_url text,
    source_hash text,
    series_json text,
    address_release text not null,
    token_version integer not null,
    words text not null,
    created_at integer not null,
    updated_at integer not null,
    unique (source_system, source_id),
    check (location_kind is not 'home' or (venue is null and address_lines_json = '[]'))
  ) strict;
  create index events_status on events (status);
  create index events_updated on events (updated_at);

  create table timeslots (
    id text primary key,
    event_id text not null references events (id) on delete cascade,
    pin integer not null references events (pin),
    start_at integer not null,
    end_at integer,
    over_at integer not null,
    all_day integer not null,
    capacity integer,
    reserved integer not null default 0,
    taken integer not null default 0,
    waiting integer not null default 0
  ) strict, without rowid;
  create index timeslots_event on timeslots (event_id, start_at);
  create index timeslots_start on timeslots (start_at, pin, over_at);
  create index timeslots_pin on timeslots (pin, start_at, over_at);

  create table addresses (
    event_id text primary key references events (id) on delete cascade,
    sealed text not null
  ) strict, without rowid;

  create table hosts (
    event_id text primary key references events (id) on delete cascade,
    email_hash text not null,
    sealed text not null,
    language text not null
  ) strict, without rowid;
  create index hosts_email on hosts (email_hash);

  create table home_cells (
    id integer primary key,
    address_hash text not null,
    host_hash text not null,
    latitude real not null,
    longitude real not null,
    sealed_point text not null
  ) strict;
  create index home_cells_address on home_cells (address_hash);
  create index home_cells_host on home_cells (host_hash);

  create table attendances (
    position integer primary key autoincrement,
    id text not null unique,
    event_id text not null references events (id),
    timeslot_id text not null references timeslots (id),
    email_hash text not null,
    sealed text not null,
    guests integer not null,
    status text not null,
    invite_code text not null unique,
    language text not null,
    timezone text,
    referrer_json text not null,
    consent_json text not null,
    commitments_json text not null,
    token_version integer not null,
    reminded_at integer,
    created_at integer not null,
    updated_at integer not null
  ) strict;
  create unique index attendances_person on attendances (timeslot_id, email_hash) where status <> 'cancelled';
  create index attendances_line on attendances (timeslot_id, status, position);

  create table idempotency_keys (
    route text not null,
    key_hash text not null,
    request_hash text not null,
    result_json text not null,
    created_at integer not null,
    primary key (route, key_hash)
  ) strict, without rowid;
  create index idempotency_keys_created on idempotency_keys (created_at);

  create table outbox (
    id text primary key,
    kind text not null,
    sealed text not null,
    created_at integer not null,
    due_at integer not null,
    attempts integer not null default 0,
    sent_at integer
  ) strict, without rowid;
  create index outbox_due on outbox (due_at) where sent_at is null;

  create table audit (
    id integer primary key,
    at integer not null,
    actor text not null,
    act text not null,
    subject text not null
  ) strict;
  `,
  // Attendances lose their reference to timeslots: a cancelled one stays when its host takes the time away.
  `
  alter table events add column version integer not null default 1;

  create table pending_changes (
    event_id text primary key references events (id) on delete cascade,
    sealed text not null,
    created_at integer not null
  ) strict, without rowid;

  create table attendances_of_any_time (
    position integer primary key autoincrement,
    id text not null unique,
    event_id text not null references events (id),
    timeslot_id text not null,
    email_hash text not null,
    sealed text not null,
    guests integer not null,
    status text not null,
    invite_code text not null unique,
    language text not null,
    timezone text,
    referrer_json text not null,
    consent_json text not null,
    commitments_json text not null,
    token_version integer not null,
    version integer not null default 1,
    reminded_at integer,
    created_at integer not null,
    updated_at integer not null
  ) strict;
  insert into attendances_of_any_time (
    position, id, event_id, timeslot_id, email_hash, sealed, guests, status, invite_code, language, timezone,
    referrer_json, consent_json, commitments_json, token_version, reminded_at, created_at, updated_at
  ) select
    position, id, event_id, timeslot_id, email_hash, sealed, guests, status, invite_code, language, timezone,
    referrer_json, consent_json, commitments_json, token_version, reminded_at, created_at, updated_at
  from attendances;
  drop table attendances;
  alter table attendances_of_any_time rename to attendances;
  create unique index attendances_person on attendances (timeslot_id, email_hash) where status <> 'cancelled';
  create index attendances_line on attendances (timeslot_id, status, position);
  `,
  // Most events are in person, so without a column to walk by, the few online are found only by looking at all.
  `
  alter table timeslots add column is_virtual integer not null default 0;
  update timeslots set is_virtual = (select is_virtual from events where events.pin = timeslots.pin);
  create index timeslots_virtual on timeslots (is_virtual, start_at, pin, over_at);
  create trigger timeslots_are_virtual after insert on timeslots
  when (select is_virtual from events where events.pin = new.pin) <> new.is_virtual begin
    update timeslots set is_virtual = 1 - new.is_virtual where id = new.id;
  end;
  create trigger events_become_virtual after update of is_virtual on events
  when new.is_virtual <> old.is_virtual begin
    update timeslots set is_virtual = new.is_virtual where pin = new.pin;
  end;
  `,
  // Who moderates and what they know: hosts they trust or block, reports, keys, sign-in links and sessions.
  `
  create table host_standings (
    email_hash text primary key,
    standing text not null check (standing in ('trusted', 'blocked')),
    since integer not null
  ) strict, without rowid;

  create table reports (
    id text primary key,
    event_id text not null references events (id) on delete cascade,
    reason text not null,
    sealed text not null,
    created_at integer not null,
    closed_at integer
  ) strict, without rowid;
  create index reports_open on reports (event_id) where closed_at is null;

  create table moderators (
    email_hash text primary key,
    sealed text not null,
    created_at integer not null
  ) strict, without rowid;

  create table sign_in_links (
    token_hash text primary key,
    email_hash text not null,
    expires_at integer not null
  ) strict, without rowid;

  create table review_sessions (
    token_hash text primary key,
    email_hash text not null references moderators (email_hash) on delete cascade,
    expires_at integer not null
  ) strict, without rowid;

  create table access_keys (
    id text primary key,
    role text not null,
    name text not null,
    key_hash text not null unique,
    created_at integer not null,
    revoked_at integer
  ) strict, without rowid;
  `,
  // Whom a host gives the address and who came, people who host along, and how often a host did something lately.
  `
  alter table attendances add column approved_at integer;
  alter table attendances add column attended_at integer;

  create table co_hosts (
    position integer primary key,
    id text not null unique,
    event_id text not null references events (id) on delete cascade,
    email_hash text,
    sealed text not null,
    status text not null check (status in ('named', 'invited', 'accepted', 'declined')),
    language text not null,
    token_version integer not null default 1,
    created_at integer not null,
    updated_at integer not null
  ) strict;
  create unique index co_hosts_person on co_hosts (event_id, email_hash);

  create index audit_subject on audit (subject, act, at);
  `,
  // Links that confirm an event end after a day and can be had anew.
  `
  alter table hosts add column verification_version integer not null default 1;
  alter table hosts add column verification_sent_at integer;
  `,
  // Seats that are kept for a while, proofs that were taken, mailboxes that want less, and people who are only counted.
  `
  alter table attendances add column holds_seats integer not null default 1;
  alter table attendances add column expires_at integer;
  alter table attendances add column confirmed_at integer;
  alter table attendances add column reminder_at integer;
  create index attendances_expiring on attendances (expires_at) where expires_at is not null;
  create index attendances_email on attendances (email_hash);
  create index attendances_event on attendances (event_id, status);

  alter table outbox add column recipient_hash text;
  create index outbox_recipient on outbox (recipient_hash, created_at);

  create table spent_challenges (
    id text primary key,
    expires_at integer not null
  ) strict, without rowid;
  create index spent_challenges_expiring on spent_challenges (expires_at);

  create table unsubscribes (
    email_hash text primary key,
    since integer not null
  ) strict, without rowid;

  create table counted_people (
    person_hash text primary key,
    guests integer not null
  ) strict, without rowid;

  create table counted_sums (
    name text primary key,
    value integer not null
  ) strict, without rowid;
  `,
  // A person's own hash in the count goes on when the row that had the e-mail's is gone.
  `
  alter table attendances add column person_hash text;
  `,
];

/** Brings a database to a version, the newest unless told, all or nothing. One that is further stays so. */
export function migrate(database: DatabaseSync, target: number = migrations.length): void {
  database.exec('begin immediate');
  try {
    const { user_version: version = 0 } = database.prepare('pragma user_version').get() as {
      user_version?: number;
    };
    if (version > migrations.length) {
      throw new Error(
        'This data folder was written by a newer Huddlekit. Update the hub, or name another HUDDLEKIT_DATA.',
      );
    }
    for (const migration of migrations.slice(version, target)) database.exec(migration);
    database.exec(`pragma user_version = ${String(Math.max(version, target))}`);
    database.exec('commit');
  } catch (error) {
    database.exec('rollback');
    throw error;
  }
}
