import type { HubParts } from '../hub.ts';
import type { Token } from './tokens.ts';

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
  const table = token.purpose === 'event' || token.purpose === 'verify' ? 'events' : 'attendances';
  const row = await storage.read
    .selectFrom(table)
    .select('tokenVersion')
    .where('id', '=', token.id)
    .executeTakeFirst();
  return row?.tokenVersion === token.version ? token : undefined;
}
