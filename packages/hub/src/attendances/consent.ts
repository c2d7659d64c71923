import { hostConsent, z } from '@huddlekit/contract';
import type { CampaignFile } from '../campaign/campaign-file.ts';
import type { AttendanceRequest } from './attendance-input.ts';

type Ask = CampaignFile['organizations'][number]['asks'][number];
type GivenConsent = NonNullable<AttendanceRequest['consent']>;

/** What a person allowed one organization, as evidence: the version of the words they read, and when they ticked. */
const Allowed = z.object({ id: z.string(), version: z.string(), at: z.string() });

const Consent = z.object({
  email: z._default(z.boolean(), false),
  sms: z._default(z.boolean(), false),
  organizations: z._default(z.array(z.union([z.string(), Allowed])), []),
});

/** Who may write to a person, and how. */
export interface StoredConsent {
  readonly email: boolean;
  readonly sms: boolean;
  /** Ids of organizations; `host` is who hosts the event. */
  readonly organizations: readonly string[];
}

/** What holds where nothing was ticked. */
export const noConsent: GivenConsent = {
  email: false,
  sms: false,
  organizations: [],
};

/** How the host of an event may write, where a guest allows it; every form that asks says so. */
export const hostAsks: readonly Ask[] = ['email'];

/** What an organization asks for, which is all that it gets beside the name; nothing for one that isn't there any more. */
export function asksOf(id: string, { organizations }: Pick<CampaignFile, 'organizations'>): readonly Ask[] {
  return id === hostConsent ? hostAsks : (organizations.find((one) => one.id === id)?.asks ?? []);
}

/** What is stored of a consent given at an instant (milliseconds since 1970). */
export function consentJson(
  { email, sms, organizations }: GivenConsent,
  campaign: Pick<CampaignFile, 'organizations'>,
  at: number,
): string {
  const evidence = organizations.map((id) => ({
    id,
    version: campaign.organizations.find((organization) => organization.id === id)?.version ?? '1',
    at: new Date(at).toISOString(),
  }));
  return JSON.stringify({ email, sms, organizations: evidence });
}

/** Reads a stored consent, also one without evidence. */
export function consentOf({ consentJson: text }: { readonly consentJson: string }): StoredConsent {
  const { email, sms, organizations } = Consent.parse(JSON.parse(text));
  return { email, sms, organizations: organizations.map((one) => (typeof one === 'string' ? one : one.id)) };
}
