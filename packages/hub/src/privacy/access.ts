import type { HubParts } from '../hub.ts';
import type { Token, TokenPurpose } from './tokens.ts';

const tables = {
  attendance: 'attendances',
  'attendance-mail': 'attendances',
  event: 'events',
  verify: 'events',
  'co-host': 'coHosts',
  unsubscribe: 'attendances',
} as const satisfies Record<TokenPurpose, string>;

/**
 * What a link opens: the parts of a token that is genuine and of the row's present version. Undefined for every
 * other text, and for the link that an RSVP with a known e-mail got, behind which there is no row.
 */
export async function openToken(
  { tokens, storage }: Pick<HubParts, 'tokens' | 'storage'>,
  text: string,
): Promise<Token | undefined> {
  const token = tokens.read(text);
  if (!token) return undefined;
  const row = await storage.read
    .selectFrom(tables[token.purpose])
    .select('tokenVersion')
    .where('id', '=', token.id)
    .executeTakeFirst();
  return row?.tokenVersion === token.version ? token : undefined;
}
