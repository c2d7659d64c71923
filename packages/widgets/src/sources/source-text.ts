/** What one word of a `source` attribute names. */
export type SourceWord =
  | { readonly type: 'hub'; readonly url: string | undefined }
  | { readonly type: 'mobilize'; readonly organizationId: string; readonly api: string | undefined }
  | { readonly type: 'feed'; readonly url: string };

/**
 * Reads a `source` attribute: words parted by spaces, each `hub` (the element's own), `hub:https://…`, `mobilize:1234`
 * or `feed:https://…`. An address behind `mobilize:1234@` names another server of that API.
 * @throws TypeError that names the word that isn't one
 */
export function readSourceText(text: string): SourceWord[] {
  return text.trim().split(/\s+/).map(readWord);
}

function readWord(word: string): SourceWord {
  const [, type, rest = ''] = /^(hub|mobilize|feed)(?::(.+))?$/.exec(word) ?? [];
  const [organizationId = '', api] = rest.split('@', 2);
  if (type === 'hub') return { type, url: rest || undefined };
  if (type === 'mobilize' && /^\d+$/.test(organizationId)) return { type, organizationId, api };
  if (type === 'feed' && rest) return { type, url: rest };
  throw new TypeError(`"${word}" is no source. Write hub, hub:https://…, mobilize:1234 or feed:https://…`);
}
