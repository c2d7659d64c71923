// Each group is a module of its own, so that what a page asks for first comes without the rest.
export {
  cancelAttendance,
  changeAttendance,
  createAttendances,
  getManagedAttendance,
} from './calls/attendances.ts';
export { pathOf, type Call } from './calls/call.ts';
export { getCampaign } from './calls/campaign.ts';
export { getChallenge } from './calls/challenge.ts';
export { cancelEvent, changeEvent, createEvent, getManagedEvent } from './calls/hosting.ts';
export { listPlaces } from './calls/places.ts';
export {
  getCounts,
  getEvent,
  getEventCalendar,
  getPins,
  listEvents,
  listTrainings,
} from './calls/reading.ts';
export { createReport } from './calls/reports.ts';
export {
  approveEvent,
  blockPerson,
  closeReports,
  getReviewItem,
  getReviewQueue,
  listReports,
  rejectEvent,
  takeDownEvent,
} from './calls/review.ts';
