import { hostConsent, languageTag, line, text, webUrl, z } from '@huddlekit/contract';
import { Kit } from './kit-page.ts';

const url = z.union([webUrl, z.string().check(z.regex(/^\/[^\s]*$/))]);
/** A text in English with its translations by language. */
const Localized = z.union([z.string(), z.record(languageTag, z.string())]);
export type Localized = z.infer<typeof Localized>;
const optionalInstant = z.optional(z.iso.datetime());

/** The file `campaign.json` of the data folder. Strict: a key it doesn't know is an error, so a typing slip is seen. */
export const CampaignFile = z.strictObject({
  slug: z.string().check(z.regex(/^[a-z0-9-]{1,60}$/)),
  title: Localized,
  summary: Localized,
  isSample: z._default(z.boolean(), false),
  /**
   * Which events of hosts a moderator looks at: every one, those of hosts that none has trusted yet, or none. The rest
   * is public once its host has followed the mailed link.
   */
  review: z._default(z.enum(['by-hand', 'trusted-hosts', 'all']), 'by-hand'),
  /**
   * Whether a guest comes at once or once they have followed the mailed link; their seats are kept meanwhile, for a
   * day at most.
   */
  confirmation: z._default(z.enum(['none', 'mailed-link']), 'none'),
  /** Who runs the hub; named in mails and on pages. */
  organizer: z.strictObject({ name: line(100), email: z.optional(z.email()), url: z.optional(webUrl) }),
  goals: z._default(z.array(Localized), []),
  goal: z.optional(z.strictObject({ metric: line(50), target: z.int().check(z.gte(1)) })),
  links: z._default(
    z.strictObject({
      toolkit: z.optional(url),
      safety: z.optional(url),
      overview: z.optional(url),
      privacy: z.optional(url),
    }),
    {},
  ),
  commitments: z._default(
    z.array(z.strictObject({ id: line(100), version: line(50), text: Localized, url: z.optional(url) })),
    [],
  ),
  organizations: z._default(
    z.array(
      z.strictObject({
        id: line(100).check(
          z.refine((id) => id !== hostConsent, 'Take another id: this one is for who hosts an event'),
        ),
        name: line(100),
        url: z.optional(webUrl),
        asks: z.array(z.enum(['email', 'sms'])),
        /** Raised whenever what the organization does with an address changes. */
        version: z._default(line(50), '1'),
      }),
    ),
    [],
  ),
  actions: z._default(
    z.array(
      z.strictObject({
        number: z.int(),
        title: Localized,
        summary: Localized,
        startDate: optionalInstant,
        endDate: optionalInstant,
        url: z.optional(url),
        kinds: z._default(z.array(z.string()), []),
      }),
    ),
    [],
  ),
  /** What helps hosts, page by page; the hub's own guide where there is none. */
  kit: z._default(Kit, []),
  /** The training series. Each becomes an event of kind training under this id. */
  trainings: z._default(
    z.array(
      z.strictObject({
        id: line(60),
        number: z.int(),
        title: Localized,
        summary: z._default(Localized, ''),
        description: z._default(z.union([text(10_000), Localized]), ''),
        startDate: z.iso.datetime(),
        endDate: z.iso.datetime(),
        timezone: z.string(),
        languages: z._default(z.array(languageTag), ['en']),
        captions: z._default(z.boolean(), false),
        capacity: z.optional(z.int()),
        join: z.optional(z.strictObject({ opensAt: z.iso.datetime(), url: webUrl })),
        recording: z.optional(
          z.strictObject({
            url,
            duration: z.optional(z.int()),
            publishedAt: optionalInstant,
            views: z.optional(z.int()),
          }),
        ),
      }),
    ),
    [],
  ),
});
export type CampaignFile = z.infer<typeof CampaignFile>;

/** A campaign for a hub that was given none. */
export const emptyCampaign: CampaignFile = CampaignFile.parse({
  slug: 'campaign',
  title: 'Events',
  summary: '',
  organizer: { name: 'Huddlekit' },
});

/** A text in the language asked for, else in English, else in the first there is. */
export function localize(text: Localized, language = 'en'): string {
  if (typeof text === 'string') return text;
  const base = language.split('-')[0] ?? '';
  return text[language] ?? text[base] ?? text['en'] ?? Object.values(text)[0] ?? '';
}
