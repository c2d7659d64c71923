export {
  Attendance,
  AttendanceReceipt,
  attendanceStatuses,
  ManagedAttendance,
  type AttendanceStatus,
} from './attendance.ts';
export { AttendanceChange } from './attendance-change.ts';
export { AttendanceInput, PersonInput, Referrer } from './attendance-input.ts';
export {
  approveEvent,
  blockPerson,
  cancelAttendance,
  cancelEvent,
  changeAttendance,
  changeEvent,
  closeReports,
  createAttendances,
  createEvent,
  createReport,
  getCampaign,
  getChallenge,
  getCounts,
  getEvent,
  getEventCalendar,
  getManagedAttendance,
  getManagedEvent,
  getPins,
  getReviewItem,
  getReviewQueue,
  listEvents,
  listPlaces,
  listReports,
  listTrainings,
  pathOf,
  rejectEvent,
  takeDownEvent,
  type Call,
} from './calls.ts';
export { Action, Campaign, CampaignLinks, Organization } from './campaign.ts';
export {
  Challenge,
  ChallengeQuery,
  Proof,
  proofHeader,
  provenOperations,
  type ProvenOperation,
} from './challenge.ts';
export { Counts, dateRangesFrom, type DateRange } from './counts.ts';
export {
  Accessibility,
  Commitment,
  Event,
  EventLinks,
  EventPage,
  Location,
  Series,
  Source,
  Sponsor,
  Timeslot,
} from './event.ts';
export {
  addressReleases,
  alarmReasons,
  eventKinds,
  eventStatuses,
  hostConsent,
  locationKinds,
  locationPrecisions,
  reportReasons,
  reviewFlagKinds,
  rsvpModes,
  type AlarmReason,
  type EventKind,
  type LocationKind,
  type LocationPrecision,
  type ReportReason,
  type ReviewFlagKind,
  type RsvpMode,
} from './vocabulary.ts';
export { EventChange, TimeslotChange } from './event-change.ts';
export { CoHostInput, EventInput, LocationInput, TimeslotInput } from './event-input.ts';
export { CountsQuery, EventFilters, EventQuery, FeedQuery, PinsQuery } from './event-query.ts';
export { EventFeatureCollection, LinkedEvents } from './feed.ts';
export { facilitatorsFor, guestsPerFacilitator } from './facilitators.ts';
export { fits } from './fits.ts';
export { EventReceipt, ManagedEvent, PendingChange } from './managed-event.ts';
export { Place, PlaceList } from './place.ts';
export { PlaceQuery } from './place-query.ts';
export { instant, openEnum, publicId, type OpenEnum } from './primitives.ts';
export { FieldProblem, fieldProblems, Problem, problemStatus, type ProblemCode } from './problem.ts';
export { emailAddress, languageTag, line, localDate, text, timezone, webUrl } from './texts.ts';
export { ReportInput, ReportReceipt } from './report.ts';
export {
  ApprovalInput,
  BlockInput,
  BlockReceipt,
  RejectionInput,
  Report,
  ReportList,
  ReportsClosing,
  ReviewFlag,
  ReviewItem,
  ReviewQueue,
  ReviewReceipt,
  TakedownInput,
} from './review.ts';
export { type Route } from './routes.ts';
export { Recording, Training, TrainingList } from './training.ts';
export { z } from './zod.ts';
