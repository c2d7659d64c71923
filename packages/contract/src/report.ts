import { openEnum } from './primitives.ts';
import { emailAddress, text } from './texts.ts';
import { reportReasons } from './vocabulary.ts';
import * as z from './zod.ts';

/** What somebody tells the moderators about a public event. */
export const ReportInput = z.object({
  reason: z.enum(reportReasons),
  words: z.optional(text(1000)),
  /** Where a moderator may ask back. */
  email: z.optional(emailAddress),
});
export type ReportInput = z.input<typeof ReportInput>;

/** Answer to a report; what comes of it isn't told. */
export const ReportReceipt = z.object({ status: openEnum(['received'] as const) });
export type ReportReceipt = z.infer<typeof ReportReceipt>;
