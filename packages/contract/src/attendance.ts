import { instant, openEnum, publicId } from './primitives.ts';
import * as z from './zod.ts';

export const attendanceStatuses = [
  'unconfirmed',
  'confirmed',
  'waitlisted',
  'cancelled',
  'attended',
] as const;
export type AttendanceStatus = (typeof attendanceStatuses)[number];

/** One person in one timeslot, without anything personal: what a public answer may carry. */
export const Attendance = z.object({
  id: publicId,
  eventId: publicId,
  timeslotId: publicId,
  guests: z.int(),
  status: openEnum(attendanceStatuses),
  /** Place in the waiting line, from 1; null unless waitlisted. */
  waitlistPlace: z.nullable(z.int()),
  /**
   * Until when an unconfirmed party's seats are kept: it is confirmed by the mailed link before, or lets them go.
   * Null where nothing is to be confirmed, or no seat is kept meanwhile; older hubs leave it out.
   */
  holdUntil: z.optional(z.nullable(instant)),
  createdAt: instant,
});
export type Attendance = z.infer<typeof Attendance>;

/**
 * Answer to an RSVP. `manageUrl` is a page of the hub; it never shows a home's address by itself. Where the campaign has
 * mailboxes proven, it gives way to the mailed link once that was followed: then its token still reads how the
 * attendance stands, but nothing of the person, and changes and cancels nothing (401).
 */
export const AttendanceReceipt = z.object({
  attendances: z.array(Attendance),
  manageUrl: z.string(),
  calendarUrl: z.string(),
  inviteUrl: z.string(),
});
export type AttendanceReceipt = z.infer<typeof AttendanceReceipt>;

/** An attendance as its owner sees it. */
export const ManagedAttendance = z.object({
  ...Attendance.shape,
  /** Rises with each change; a change names the version it was made from. */
  version: z.int(),
  person: z.object({
    givenName: z.string(),
    familyName: z.nullable(z.string()),
    email: z.string(),
    phone: z.nullable(z.string()),
    postalCode: z.nullable(z.string()),
  }),
  accessNeeds: z.nullable(z.string()),
  language: z.string(),
  /** People who come by this person's invitation link, guests not counted; older hubs leave it out. */
  friends: z.optional(z.int()),
  updatedAt: instant,
});
export type ManagedAttendance = z.infer<typeof ManagedAttendance>;
