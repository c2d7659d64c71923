import { z } from '@huddlekit/contract';
import type { HubParts } from '../hub.ts';
import type { Vault } from '../privacy/vault.ts';
import type { WriteTransaction } from '../storage/storage.ts';

/** The person behind an event, opened. Loose, so that what else is sealed with it is kept when it is sealed again. */
export const HostPerson = z.looseObject({
  givenName: z.string(),
  familyName: z.optional(z.string()),
  displayName: z.optional(z.string()),
  email: z.string(),
  phone: z.optional(z.string()),
});
export type HostPerson = z.infer<typeof HostPerson>;

/** A host with the language that mails speak. */
export interface EventHost {
  readonly person: HostPerson;
  readonly language: string;
}

/** The person behind an event, or undefined for one that came from elsewhere. */
export async function hostIn(
  from: Pick<WriteTransaction, 'selectFrom'>,
  vault: Vault,
  eventId: string,
): Promise<EventHost | undefined> {
  const row = await from.selectFrom('hosts').selectAll().where('eventId', '=', eventId).executeTakeFirst();
  return (
    row && { person: HostPerson.parse(vault.open(row.sealed, contextOf(eventId))), language: row.language }
  );
}

export function sealHost({ vault }: Pick<HubParts, 'vault'>, eventId: string, person: object): string {
  return vault.seal(person, contextOf(eventId));
}

function contextOf(eventId: string): string {
  return `host:${eventId}`;
}
