import { Commitment } from './event.ts';
import { instant, openEnum } from './primitives.ts';
import * as z from './zod.ts';

export const Action = z.object({
  number: z.int(),
  title: z.string(),
  summary: z.string(),
  startDate: z.nullable(instant),
  endDate: z.nullable(instant),
  status: openEnum(['done', 'current', 'next'] as const),
  url: z.nullable(z.string()),
  kinds: z.array(z.string()),
});
export type Action = z.infer<typeof Action>;

export const Organization = z.object({
  id: z.string(),
  name: z.string(),
  url: z.nullable(z.string()),
  /** What a person may allow it: `email`, `sms`. */
  asks: z.array(openEnum(['email', 'sms'] as const)),
  /** Of the words that ask for it; kept with each consent as evidence. Older hubs leave it out. */
  version: z.optional(z.string()),
});
export type Organization = z.infer<typeof Organization>;

export const CampaignLinks = z.object({
  toolkit: z.nullable(z.string()),
  safety: z.nullable(z.string()),
  overview: z.nullable(z.string()),
  privacy: z.nullable(z.string()),
});

export const Campaign = z.object({
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  /** True where the hub shows made-up sample events. */
  isSample: z.boolean(),
  goals: z.array(z.string()),
  goal: z.nullable(z.object({ metric: z.string(), target: z.int() })),
  progress: z.object({ count: z.int(), asOf: instant }),
  actions: z.array(Action),
  trainings: z.array(z.object({ id: z.string(), title: z.string(), number: z.int() })),
  links: CampaignLinks,
  commitments: z.array(Commitment),
  organizations: z.array(Organization),
});
export type Campaign = z.infer<typeof Campaign>;
