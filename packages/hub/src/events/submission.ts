import type { EventInput, z } from '@huddlekit/contract';
import { checkCommitments } from '../attendances/attendance-input.ts';
import type { Spend } from '../admission/proofs.ts';
import type { HubParts } from '../hub.ts';
import { metresBetween } from '@huddlekit/contract/event-list';
import { mayMail } from '../mail/mail-cap.ts';
import { storeAddress } from '../privacy/addresses.ts';
import { normalEmail } from '../privacy/vault.ts';
import { fieldError } from '../server/problem-error.ts';
import { once } from '../storage/idempotency.ts';
import { localize } from '../campaign/campaign-file.ts';
import { addCoHosts } from './co-hosts.ts';
import { insertTimeslots, newId } from './event-write.ts';
import { sealHost } from './host.ts';
import { placeOf, publicPlaceOf, type TruePlace } from './public-place.ts';
import { folded } from './words.ts';

export type Submission = z.output<typeof EventInput>;

/** How far ahead an event may be: what lies further is a typing slip. */
const furthest = 2 * 366 * 86_400_000;
/** How long one time of an event may last: what lasts longer is a series or a slip. */
const longest = 31 * 86_400_000;
/** Metres between a ZIP's or town's middle and a pin that can still lie in it. */
const farthestPin = 100_000;

/** Takes a host's event: stored as pending, the address sealed, the host's mail on its way; nothing is public yet. */
export async function submitEvent(
  parts: HubParts,
  input: Submission,
  key: string,
  spend: Spend,
): Promise<{ id: string }> {
  const { storage, vault, outbox, now } = parts;
  checkSubmission(parts, input);
  return storage.write((transaction) =>
    once(transaction, vault, { route: 'createEvent', key, payload: input }, now(), async () => {
      await spend(transaction);
      const id = newId();
      const at = now();
      const place = await publicPlaceOf(transaction, parts, truePlace(input.location), input.host.email);
      await transaction
        .insertInto('events')
        .values({
          id,
          kind: input.kind,
          title: input.title,
          summary: input.summary ?? '',
          description: input.description ?? '',
          status: 'pending',
          verifiedAt: null,
          approvedAt: null,
          reviewMessage: null,
          sponsorJson: null,
          sponsorId: null,
          hostName: publicHostName(input.host, input.location.kind),
          timezone: input.timezone,
          ...place.columns,
          isVirtual: Number(input.location.kind === 'online'),
          languagesJson: JSON.stringify(input.languages),
          accessibilityJson: JSON.stringify({
            wheelchair: input.accessibility?.wheelchair ?? null,
            asl: input.accessibility?.asl ?? null,
            captions: input.accessibility?.captions ?? null,
            notes: input.accessibility?.notes ?? null,
          }),
          wheelchair: Number(input.accessibility?.wheelchair ?? false),
          capacity: input.capacity ?? null,
          guestsPerRsvp: input.guestsPerRsvp,
          commitmentsJson: JSON.stringify(campaignCommitments(parts)),
          linksJson: JSON.stringify(campaignLinks(parts)),
          tagsJson: '[]',
          imageUrl: null,
          browserUrl: input.browserUrl ?? null,
          rsvp: 'native',
          sourceSystem: 'huddlekit',
          sourceId: id,
          sourceOrganization: null,
          sourceUrl: null,
          sourceHash: null,
          seriesJson: null,
          addressRelease: input.addressRelease,
          tokenVersion: 1,
          words: folded(
            [input.title, place.columns.locality, place.columns.region].filter(Boolean).join(' '),
          ),
          createdAt: at,
          updatedAt: at,
        })
        .execute();
      await insertTimeslots(transaction, id, input.timeslots, {
        timezone: input.timezone,
        capacity: input.capacity ?? null,
      });
      if (place.homeAddress) await storeAddress(transaction, vault, id, place.homeAddress);
      const language = input.language ?? 'en';
      const host = {
        ...input.host,
        commitments: input.commitments,
        referrer: input.referrer,
      };
      await transaction
        .insertInto('hosts')
        .values({
          eventId: id,
          emailHash: vault.hash('email', normalEmail(input.host.email)),
          sealed: sealHost(parts, id, host),
          language,
          verificationSentAt: at,
        })
        .execute();
      // Their invitations go out once the event is public.
      await addCoHosts(parts, transaction, id, input.coHosts, language);
      const mail = { to: input.host.email, name: input.host.givenName, language, eventId: id };
      const message = parts.tokens.sign('verify', id, 1);
      if (await mayMail(transaction, parts.campaign(), vault.hash('email', normalEmail(mail.to)), at))
        await outbox.enqueue(transaction, { kind: 'host-verification', ...mail, message });
      return { id };
    }),
  );
}

function checkSubmission(parts: HubParts, { timeslots, location, commitments }: Submission): void {
  timeslots.forEach(({ startDate, endDate }, index) => {
    checkStart(startDate, `/timeslots/${String(index)}/startDate`, parts.now());
    checkEnd(startDate, endDate, `/timeslots/${String(index)}/endDate`);
  });
  checkCommitments(commitments, parts.campaign().commitments);
  if (location.kind !== 'online') checkLocation(parts, location);
}

/** @throws ProblemError for a start that is past or too far ahead */
export function checkStart(startDate: string, pointer: string, now: number): void {
  const start = Date.parse(startDate);
  if (start <= now) throw fieldError(pointer, 'in_the_past', 'Choose a time that lies ahead');
  if (start > now + furthest) throw fieldError(pointer, 'too_far', 'Choose a time within two years');
}

/** @throws ProblemError for an end so late that the event would stand in the lists for ever */
export function checkEnd(startDate: string, endDate: string | null | undefined, pointer: string): void {
  if (endDate && Date.parse(endDate) > Date.parse(startDate) + longest)
    throw fieldError(
      pointer,
      'too_long',
      'Choose an end within a month; give each day of a series its own time',
    );
}

/** @throws ProblemError that names what the address of a home or hall lacks */
export function checkLocation({ places }: HubParts, location: Submission['location']): void {
  const { kind, latitude, longitude } = location;
  if (!location.locality && !location.postalCode) {
    throw fieldError('/location/locality', 'required', 'Give the town or the ZIP');
  }
  if (kind === 'home' && location.addressLines.length === 0) {
    throw fieldError(
      '/location/addressLines',
      'required',
      'Give the street address; the public never sees it',
    );
  }
  if ((latitude === undefined) !== (longitude === undefined)) {
    const missing = latitude === undefined ? 'latitude' : 'longitude';
    throw fieldError(`/location/${missing}`, 'required', 'Give latitude and longitude together, or neither');
  }
  if (latitude === undefined || longitude === undefined) return;
  const named = placeOf(places, truePlace(location));
  if (named && metresBetween(latitude, longitude, named.latitude, named.longitude) > farthestPin) {
    throw fieldError('/location/latitude', 'far_away', `This point is far from ${named.label}; set it again`);
  }
}

/** A place as its host typed it. */
export function truePlace(location: Submission['location']): TruePlace {
  return {
    kind: location.kind,
    venue: location.venue ?? null,
    addressLines: location.addressLines,
    locality: location.locality ?? null,
    region: location.region ?? null,
    postalCode: location.postalCode ?? null,
    country: location.country,
    latitude: location.latitude ?? null,
    longitude: location.longitude ?? null,
  };
}

interface NamedHost {
  readonly givenName: string;
  readonly familyName?: string | undefined;
  readonly displayName?: string | undefined;
}

/** The name the public sees. A host's full name would tell whose home it is. */
export function publicHostName(
  { givenName, familyName, displayName }: NamedHost,
  locationKind: string,
): string {
  if (displayName) return displayName;
  return locationKind === 'home' ? givenName : [givenName, familyName].filter(Boolean).join(' ');
}

/** The campaign's commitments as an event carries them. */
export function campaignCommitments({ campaign, settings }: Pick<HubParts, 'campaign' | 'settings'>) {
  return campaign().commitments.map(({ id, version, text, url }) => ({
    id,
    version,
    text: localize(text),
    url: url ? new URL(url, `${settings.baseUrl}/`).href : null,
  }));
}

/** The campaign's links as an event carries them. */
export function campaignLinks({ campaign, settings }: Pick<HubParts, 'campaign' | 'settings'>) {
  const { toolkit, safety, overview } = campaign().links;
  const link = (url: string | undefined): string | null =>
    url ? new URL(url, `${settings.baseUrl}/`).href : null;
  return { toolkit: link(toolkit), safety: link(safety), overview: link(overview) };
}
