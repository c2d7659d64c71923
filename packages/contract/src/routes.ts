import { AttendanceChange } from './attendance-change.ts';
import { AttendanceInput } from './attendance-input.ts';
import * as calls from './calls.ts';
import { EventChange } from './event-change.ts';
import { EventInput } from './event-input.ts';
import * as feedCalls from './calls/feeds.ts';
import { ChallengeQuery } from './challenge.ts';
import { CountsQuery, EventQuery, FeedQuery, PinsQuery } from './event-query.ts';
import { PlaceQuery } from './place-query.ts';
import type { ProblemCode } from './problem.ts';
import { ReportInput } from './report.ts';
import { ApprovalInput, BlockInput, RejectionInput, ReportsClosing, TakedownInput } from './review.ts';
import type * as z from './zod.ts';

/** One operation of the wire, whole: what clients call with what servers read. Only servers and mocks need it. */
export interface Route extends calls.Call {
  readonly summary: string;
  /** What the summary can’t hold. */
  readonly description?: string;
  readonly query?: z.ZodMiniType;
  readonly body?: z.ZodMiniType;
  readonly problems: readonly ProblemCode[];
}

export const getCampaign = {
  ...calls.getCampaign,
  summary: 'The campaign, its actions, goal and progress',
  problems: [],
} as const satisfies Route;

export const listEvents = {
  ...calls.listEvents,
  summary: 'Public events, a page at a time',
  query: EventQuery,
  problems: ['bad_request'],
} as const satisfies Route;

export const getEvent = {
  ...calls.getEvent,
  summary: 'One public event',
  problems: ['not_found'],
} as const satisfies Route;

export const getEventCalendar = {
  ...calls.getEventCalendar,
  summary: 'One event as a calendar file (RFC 5545)',
  problems: ['not_found'],
} as const satisfies Route;

export const getPins = {
  ...calls.getPins,
  summary: 'Compact feed of every event with a public point, whole or of one tile',
  query: PinsQuery,
  problems: ['bad_request'],
} as const satisfies Route;

export const getCounts = {
  ...calls.getCounts,
  summary: 'How many events there are, by kind and in ranges of dates',
  query: CountsQuery,
  problems: ['bad_request'],
} as const satisfies Route;

const proofProblems = [
  'proof_required',
  'proof_invalid',
  'unauthorized',
  'key_in_browser',
  'rate_limited',
] as const satisfies readonly ProblemCode[];

export const getChallenge = {
  ...calls.getChallenge,
  summary: 'A piece of work for the proof that some operations want',
  description:
    'In the ALTCHA protocol (version 2). Good once, for the operation and event that it names, until it expires. The harder, the more a network or an event is asked for.',
  query: ChallengeQuery,
  problems: ['bad_request', 'rate_limited'],
} as const satisfies Route;

export const createEvent = {
  ...calls.createEvent,
  summary: 'Host an event; it waits for the mailed link and the review',
  body: EventInput,
  problems: [
    'bad_json',
    'idempotency_key_missing',
    'idempotency_in_flight',
    'idempotency_mismatch',
    'body_too_large',
    'unsupported_media_type',
    'validation_failed',
    ...proofProblems,
  ],
} as const satisfies Route;

export const createAttendances = {
  ...calls.createAttendances,
  summary: 'RSVP: one person to one or several timeslots',
  body: AttendanceInput,
  problems: [
    'bad_json',
    'idempotency_key_missing',
    'not_found',
    'idempotency_in_flight',
    'event_over',
    'event_cancelled',
    'rsvp_elsewhere',
    'body_too_large',
    'unsupported_media_type',
    'validation_failed',
    'idempotency_mismatch',
    ...proofProblems,
  ],
} as const satisfies Route;

export const getManagedEvent = {
  ...calls.getManagedEvent,
  summary: 'The host’s own event',
  problems: ['unauthorized', 'not_found'],
} as const satisfies Route;

const changeProblems = [
  'bad_json',
  'idempotency_key_missing',
  'unauthorized',
  'not_found',
  'event_cancelled',
  'version_mismatch',
  'body_too_large',
  'unsupported_media_type',
  'validation_failed',
  'idempotency_mismatch',
  'precondition_required',
] as const satisfies readonly ProblemCode[];

export const changeEvent = {
  ...calls.changeEvent,
  summary: 'Change the host’s own event; text, place and time of a public one wait for the review',
  body: EventChange,
  problems: [...changeProblems, 'host_only', 'event_over', 'event_imported', 'timeslot_taken'],
} as const satisfies Route;

export const cancelEvent = {
  ...calls.cancelEvent,
  summary: 'Cancel the host’s own event and tell everybody who is coming',
  problems: ['unauthorized', 'host_only', 'not_found', 'version_mismatch'],
} as const satisfies Route;

export const getManagedAttendance = {
  ...calls.getManagedAttendance,
  summary: 'The attendee’s own attendance',
  problems: ['unauthorized', 'not_found'],
} as const satisfies Route;

export const changeAttendance = {
  ...calls.changeAttendance,
  summary: 'Change the attendee’s own attendance: guests, time, needs and name',
  body: AttendanceChange,
  problems: [...changeProblems, 'attendance_cancelled', 'already_coming', 'timeslot_over', 'timeslot_full'],
} as const satisfies Route;

export const cancelAttendance = {
  ...calls.cancelAttendance,
  summary: 'Cancel the attendee’s own attendance; the seat goes to the waiting line',
  problems: ['unauthorized', 'not_found', 'version_mismatch'],
} as const satisfies Route;

export const listTrainings = {
  ...calls.listTrainings,
  summary: 'The training series in order, with the hub’s clock',
  problems: [],
} as const satisfies Route;

export const listPlaces = {
  ...calls.listPlaces,
  summary: 'ZIP or place name to point, label and time zone',
  query: PlaceQuery,
  problems: ['bad_request'],
} as const satisfies Route;

const bodyProblems = [
  'bad_json',
  'body_too_large',
  'unsupported_media_type',
  'validation_failed',
] as const satisfies readonly ProblemCode[];

export const createReport = {
  ...calls.createReport,
  summary: 'Tell the moderators about a public event',
  body: ReportInput,
  problems: [
    ...bodyProblems,
    'idempotency_key_missing',
    'idempotency_mismatch',
    'not_found',
    ...proofProblems,
  ],
} as const satisfies Route;

const reviewProblems = ['unauthorized', 'key_in_browser'] as const satisfies readonly ProblemCode[];
const decisionProblems = [
  ...bodyProblems,
  ...reviewProblems,
  'not_found',
  'not_waiting',
  'version_mismatch',
  'precondition_required',
] as const satisfies readonly ProblemCode[];

export const getReviewQueue = {
  ...calls.getReviewQueue,
  summary: 'What waits for a moderator, that which waits longest first',
  problems: reviewProblems,
} as const satisfies Route;

export const getReviewItem = {
  ...calls.getReviewItem,
  summary: 'One event as a moderator sees it; never the address of a home',
  problems: [...reviewProblems, 'not_found'],
} as const satisfies Route;

export const approveEvent = {
  ...calls.approveEvent,
  summary: 'Make a new event, or the changes of a public one, public as they were read',
  body: ApprovalInput,
  problems: [...decisionProblems, 'change_out_of_date'],
} as const satisfies Route;

export const rejectEvent = {
  ...calls.rejectEvent,
  summary: 'Turn a new event, or the changes of a public one, down and tell the host why',
  body: RejectionInput,
  problems: decisionProblems,
} as const satisfies Route;

export const takeDownEvent = {
  ...calls.takeDownEvent,
  summary: 'Take a public event away at once, and tell its host and everybody who is coming',
  body: TakedownInput,
  problems: [...bodyProblems, ...reviewProblems, 'not_found', 'event_not_public', 'version_mismatch'],
} as const satisfies Route;

export const listReports = {
  ...calls.listReports,
  summary: 'The open reports of an event',
  problems: [...reviewProblems, 'not_found'],
} as const satisfies Route;

export const closeReports = {
  ...calls.closeReports,
  summary: 'Close reports that need nothing more',
  body: ReportsClosing,
  problems: [...bodyProblems, ...reviewProblems, 'not_found'],
} as const satisfies Route;

export const blockPerson = {
  ...calls.blockPerson,
  summary: 'Block the host of an event: what they send is taken and never shown to anybody',
  body: BlockInput,
  problems: [...bodyProblems, ...reviewProblems, 'not_found', 'event_imported'],
} as const satisfies Route;

const feedDescription =
  'Upcoming public events, soonest first, with the filters of the list. It ends after 500 events, or after the page in which 2,000 times are reached; the header `Link: <…>; rel="next"` (RFC 8288) then names where it goes on.';

export const getCalendarFeed = {
  ...feedCalls.getCalendarFeed,
  summary: 'Events as a calendar to subscribe to (RFC 5545)',
  description: `${feedDescription} An entry a time. An event that was public and is cancelled stays, with STATUS:CANCELLED, until it would have been over; one that was taken down is gone.`,
  query: FeedQuery,
  problems: ['bad_request'],
} as const satisfies Route;

export const getGeoJsonFeed = {
  ...feedCalls.getGeoJsonFeed,
  summary: 'Events as GeoJSON (RFC 7946)',
  description: `${feedDescription} An event that is online, or whose place isn’t public, has no geometry.`,
  query: FeedQuery,
  problems: ['bad_request'],
} as const satisfies Route;

export const getLinkedFeed = {
  ...feedCalls.getLinkedFeed,
  summary: 'Events as JSON-LD in the terms of schema.org',
  description: `${feedDescription} An object a time; \`identifier\` is the event’s id.`,
  query: FeedQuery,
  problems: ['bad_request'],
} as const satisfies Route;

/** Addresses for calendars, maps and search engines. The clients made here read the routes below instead. */
export const feeds: readonly Route[] = [getCalendarFeed, getGeoJsonFeed, getLinkedFeed];

/** The whole route table. */
export const routes: readonly Route[] = [
  getCampaign,
  listEvents,
  getEvent,
  getEventCalendar,
  getPins,
  getCounts,
  getChallenge,
  createEvent,
  createAttendances,
  getManagedEvent,
  changeEvent,
  cancelEvent,
  getManagedAttendance,
  changeAttendance,
  cancelAttendance,
  listTrainings,
  listPlaces,
  createReport,
  getReviewQueue,
  getReviewItem,
  approveEvent,
  rejectEvent,
  takeDownEvent,
  listReports,
  closeReports,
  blockPerson,
];
