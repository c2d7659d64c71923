import { Event } from './event.ts';
import { instant } from './primitives.ts';
import * as z from './zod.ts';

export const Recording = z.object({
  url: z.string(),
  /** Seconds. */
  duration: z.nullable(z.int()),
  publishedAt: z.nullable(instant),
  views: z.nullable(z.int()),
});
export type Recording = z.infer<typeof Recording>;

/** An event of kind training. `join.url` is only for registrants, so the public view says just when doors open. */
export const Training = z.object({
  ...Event.shape,
  join: z.nullable(z.object({ opensAt: instant, url: z.nullable(z.string()) })),
  recording: z.nullable(Recording),
});
export type Training = z.infer<typeof Training>;

/** The series in order. `now` is the hub's clock, against which countdowns run. */
export const TrainingList = z.object({ data: z.array(Training), next: z.nullable(z.string()), now: instant });
export type TrainingList = z.infer<typeof TrainingList>;
