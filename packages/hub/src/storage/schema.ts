import type { Generated, Selectable } from 'kysely';

/** Instants are milliseconds since 1970 in UTC; booleans are 0 or 1; `…Json` columns hold JSON text. */
export interface EventTable {
  pin: Generated<number>;
  id: string;
  kind: string;
  title: string;
  summary: string;
  description: string;
  status: string;
  verifiedAt: number | null;
  /** When it became public; null for what never was, whatever its status. */
  approvedAt: number | null;
  reviewMessage: string | null;
  sponsorJson: string | null;
  sponsorId: string | null;
  hostName: string | null;
  timezone: string;
  /** The public place: for a home never the venue, the street or the true point. */
  locationKind: string | null;
  venue: string | null;
  addressLinesJson: string;
  locality: string | null;
  region: string | null;
  postalCode: string | null;
  country: string | null;
  latitude: number | null;
  longitude: number | null;
  precision: string;
  isVirtual: number;
  languagesJson: string;
  accessibilityJson: string;
  wheelchair: number;
  capacity: number | null;
  guestsPerRsvp: number;
  commitmentsJson: string;
  linksJson: string;
  tagsJson: string;
  imageUrl: string | null;
  browserUrl: string | null;
  rsvp: string;
  sourceSystem: string;
  sourceId: string;
  sourceOrganization: string | null;
  sourceUrl: string | null;
  /** Hash of an imported event's content: an equal hash means unchanged. */
  sourceHash: string | null;
  seriesJson: string | null;
  addressRelease: string;
  tokenVersion: number;
  /** Rises with each change by its host or a moderator. */
  version: Generated<number>;
  /** Folded words of title, place and sponsor for the search. */
  words: string;
  createdAt: number;
  updatedAt: number;
}

export interface TimeslotTable {
  id: string;
  eventId: string;
  /** The event's pin: a small key that a list is walked by. */
  pin: number;
  startAt: number;
  endAt: number | null;
  /** When it is over: the end, or two hours after the start where none is given. */
  overAt: number;
  allDay: number;
  capacity: number | null;
  /** Seats that were given away elsewhere and aren't this hub's to give. */
  reserved: number;
  /** Seats of confirmed parties. */
  taken: number;
  /** Parties in the waiting line. */
  waiting: number;
  /** As its event is; the database keeps it so. */
  isVirtual: Generated<number>;
}

/** The true address of a home, sealed. Public code has no query for this table. */
export interface AddressTable {
  eventId: string;
  sealed: string;
}

/** The person behind an event, sealed. */
export interface HostTable {
  eventId: string;
  emailHash: string;
  sealed: string;
  language: string;
  /** Of the mailed link that confirms the event; older ones confirm nothing. */
  verificationVersion: Generated<number>;
  /** When that link was mailed; null for events from before that was written down. */
  verificationSentAt: number | null;
}

/** Somebody who hosts along; name and e-mail are sealed. */
export interface CoHostTable {
  /** The order they were named in. */
  position: Generated<number>;
  id: string;
  eventId: string;
  /** Null for one who was named without an e-mail. */
  emailHash: string | null;
  sealed: string;
  /** `named` until the invitation is on its way. */
  status: 'named' | 'invited' | 'accepted' | 'declined';
  language: string;
  tokenVersion: Generated<number>;
  createdAt: number;
  updatedAt: number;
}

/** What a host wants changed of a public event and nobody has looked at yet, sealed; one an event. */
export interface PendingChangeTable {
  eventId: string;
  sealed: string;
  /** When it was last added to. */
  createdAt: number;
}

/** The public cell a home was given first; it is never given another. */
export interface HomeCellTable {
  id: Generated<number>;
  addressHash: string;
  hostHash: string;
  latitude: number;
  longitude: number;
  /** The true point of the home, sealed. */
  sealedPoint: string;
}

export interface AttendanceTable {
  id: string;
  eventId: string;
  /** A cancelled attendance may outlive its timeslot. */
  timeslotId: string;
  emailHash: string;
  /** The person in the campaign's count; null in rows from before there was a count beyond erasure. */
  personHash: string | null;
  sealed: string;
  guests: number;
  status: string;
  /** Order of arrival; the waiting line follows it strictly. */
  position: Generated<number>;
  inviteCode: string;
  language: string;
  timezone: string | null;
  referrerJson: string;
  consentJson: string;
  commitmentsJson: string;
  tokenVersion: number;
  /** Rises with each change of the row. */
  version: Generated<number>;
  /** When its owner was last told that somebody signed up with the same e-mail. */
  remindedAt: number | null;
  /** When the host gave this guest the address; null while nobody did. */
  approvedAt: number | null;
  /** When the host marked that the party came. */
  attendedAt: number | null;
  /** Whether an unconfirmed party's seats are counted as taken. 1 for every other party. */
  holdsSeats: Generated<number>;
  /** When an unconfirmed party ends by itself. */
  expiresAt: number | null;
  /** When the person proved the mailbox: they followed a mailed link and pressed its button. */
  confirmedAt: number | null;
  /** When the mail before the event was put on its way. */
  reminderAt: number | null;
  createdAt: number;
  updatedAt: number;
}

export interface IdempotencyTable {
  route: string;
  keyHash: string;
  requestHash: string;
  /** What a replay needs to build the same answer; holds no secret. */
  resultJson: string;
  createdAt: number;
}

export interface OutboxTable {
  id: string;
  kind: string;
  sealed: string;
  createdAt: number;
  dueAt: number;
  attempts: number;
  sentAt: number | null;
  /** Keyed hash of the mailbox, by which its mails are counted. */
  recipientHash: string | null;
}

export interface AuditTable {
  id: Generated<number>;
  at: number;
  actor: string;
  act: string;
  subject: string;
}

/** What a moderator said of a host, by the keyed hash of the e-mail. */
export interface HostStandingTable {
  emailHash: string;
  standing: 'trusted' | 'blocked';
  since: number;
}

/** What somebody told of a public event; words and e-mail are sealed. */
export interface ReportTable {
  id: string;
  eventId: string;
  reason: string;
  sealed: string;
  createdAt: number;
  closedAt: number | null;
}

/** A person who may sign in to the review; the e-mail is sealed. */
export interface ModeratorTable {
  emailHash: string;
  sealed: string;
  createdAt: number;
}

/** A mailed link that nobody has used yet. One for an e-mail that is no moderator's leads nowhere. */
export interface SignInLinkTable {
  tokenHash: string;
  emailHash: string;
  expiresAt: number;
}

export interface ReviewSessionTable {
  tokenHash: string;
  emailHash: string;
  expiresAt: number;
}

/** A key for programs; only its hash is stored. */
export interface AccessKeyTable {
  id: string;
  role: string;
  name: string;
  keyHash: string;
  createdAt: number;
  revokedAt: number | null;
}

/** A proof of work that was taken; no second request may bring it before it ends by itself. */
export interface SpentChallengeTable {
  id: string;
  expiresAt: number;
}

/** A mailbox that wants no mails but those about its own seats, by the keyed hash of the e-mail. */
export interface UnsubscribeTable {
  emailHash: string;
  since: number;
}

/** What is left of erased people for the campaign's count. The hash is made with the campaign's own key. */
export interface CountedPersonTable {
  personHash: string;
  guests: number;
}

/** People whose own row was erased too, as sums. */
export interface CountedSumTable {
  name: string;
  value: number;
}

export interface Schema {
  events: EventTable;
  timeslots: TimeslotTable;
  addresses: AddressTable;
  hosts: HostTable;
  coHosts: CoHostTable;
  pendingChanges: PendingChangeTable;
  homeCells: HomeCellTable;
  attendances: AttendanceTable;
  idempotencyKeys: IdempotencyTable;
  outbox: OutboxTable;
  audit: AuditTable;
  hostStandings: HostStandingTable;
  reports: ReportTable;
  moderators: ModeratorTable;
  signInLinks: SignInLinkTable;
  reviewSessions: ReviewSessionTable;
  accessKeys: AccessKeyTable;
  spentChallenges: SpentChallengeTable;
  unsubscribes: UnsubscribeTable;
  countedPeople: CountedPersonTable;
  countedSums: CountedSumTable;
}

/** The tables that hold nothing but what anybody may know. */
export type PublicSchema = Pick<Schema, 'events' | 'timeslots'>;

export type EventRow = Selectable<EventTable>;
export type TimeslotRow = Selectable<TimeslotTable>;
export type AttendanceRow = Selectable<AttendanceTable>;
export type CoHostRow = Selectable<CoHostTable>;
export type OutboxRow = Selectable<OutboxTable>;
