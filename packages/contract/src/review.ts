import { Sponsor } from './event.ts';
import { instant, openEnum, publicId } from './primitives.ts';
import { text } from './texts.ts';
import { alarmReasons, eventKinds, eventStatuses, reportReasons, reviewFlagKinds } from './vocabulary.ts';
import * as z from './zod.ts';

/** What a moderator is to look at twice. */
export const ReviewFlag = z.object({
  kind: openEnum(reviewFlagKinds),
  /** The field it stands in; null where it isn't about one. */
  field: z.nullable(z.string()),
  /** The organization that is imitated, the title of the other event, or the number of reports. */
  about: z.nullable(z.string()),
  /** The other event. */
  eventId: z.nullable(publicId),
});
export type ReviewFlag = z.infer<typeof ReviewFlag>;

/**
 * What waits for a moderator: a new event, changes of a public one, or one that was reported. A home is told by its
 * town alone, never by its address.
 */
export const ReviewItem = z.object({
  id: publicId,
  /** Rises with each change; a decision names the version that was read. */
  version: z.int(),
  status: openEnum(eventStatuses),
  title: z.string(),
  kind: openEnum(eventKinds),
  summary: z.string(),
  description: z.string(),
  place: z.string(),
  timezone: z.string(),
  /** Of the first timeslot. */
  startDate: z.nullable(instant),
  hostName: z.nullable(z.string()),
  sponsor: z.nullable(Sponsor),
  browserUrl: z.nullable(z.string()),
  /** Whether a moderator has trusted the host. */
  isTrustedHost: z.boolean(),
  verifiedAt: z.nullable(instant),
  createdAt: instant,
  /** What its host wants changed of a public event, in words. */
  changes: z.array(z.object({ field: z.string(), from: z.string(), to: z.string() })),
  flags: z.array(ReviewFlag),
  /** Reports that nobody has closed. */
  openReports: z.int(),
});
export type ReviewItem = z.infer<typeof ReviewItem>;

/** The items that wait longest, at most a hundred; once decided they make room for the next. */
export const ReviewQueue = z.object({
  data: z.array(ReviewItem),
  next: z.null(),
  /** How many wait in all. */
  waiting: z.int(),
});
export type ReviewQueue = z.infer<typeof ReviewQueue>;

/** What became of an event by a moderator's act. */
export const ReviewReceipt = z.object({ id: publicId, status: openEnum(eventStatuses), version: z.int() });
export type ReviewReceipt = z.infer<typeof ReviewReceipt>;

const message = text(2000).check(z.minLength(1));

export const ApprovalInput = z.strictObject({
  /** From now on the host's events are public as soon as their mail is verified, if the campaign says so. */
  trustHost: z._default(z.boolean(), false),
});
export type ApprovalInput = z.input<typeof ApprovalInput>;

/** `message` goes to the host. */
export const RejectionInput = z.strictObject({ message });
export type RejectionInput = z.input<typeof RejectionInput>;

/** `message` goes to the host. */
export const TakedownInput = z.strictObject({ message });
export type TakedownInput = z.input<typeof TakedownInput>;

export const BlockInput = z.strictObject({
  /** Any event of the person. */
  eventId: publicId,
  /** Take their public events down; the message of it, which goes to them. Left out, they stay. */
  takedown: z.optional(TakedownInput),
});
export type BlockInput = z.input<typeof BlockInput>;

export const BlockReceipt = z.object({
  /** How many events were taken down. */
  takenDown: z.int(),
});
export type BlockReceipt = z.infer<typeof BlockReceipt>;

/** A report as a moderator reads it. */
export const Report = z.object({
  id: publicId,
  reason: openEnum([...reportReasons, ...alarmReasons]),
  words: z.string(),
  email: z.nullable(z.string()),
  createdAt: instant,
});
export type Report = z.infer<typeof Report>;

export const ReportList = z.object({ data: z.array(Report), next: z.null() });
export type ReportList = z.infer<typeof ReportList>;

/** The reports that were read and need nothing more; those that came since stay open. */
export const ReportsClosing = z.strictObject({
  reportIds: z.array(publicId).check(z.minLength(1), z.maxLength(100)),
});
export type ReportsClosing = z.input<typeof ReportsClosing>;
