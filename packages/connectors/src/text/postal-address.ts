import { stateCodeOf } from '../regions/state-codes.ts';

/** A place written in one line, as far as it can be told apart. */
export interface PostalAddress {
  readonly venue: string;
  readonly addressLines: readonly string[];
  readonly locality: string;
  /** Code of a US state, else as written. */
  readonly region: string;
  readonly postalCode: string;
  readonly country: string;
}

const countries = /^(US|USA|U\.S\.A?\.?|United States(?: of America)?|Estados Unidos)$/i;

/**
 * Parts `Union Hall, 12 Main St, Chicago, IL 60607, USA`. Only what ends in a US state or ZIP is told apart; of
 * anything else the whole is the venue, so that nothing is put into the wrong field.
 */
export function parseAddress(text: string): PostalAddress {
  const parts = text
    .split(/\n|,/)
    .map((part) => part.trim())
    .filter(Boolean);
  let country = '';
  if (parts.length > 1 && countries.test(parts.at(-1) ?? '')) {
    parts.pop();
    country = 'US';
  }
  const state = stateAndZip(parts);
  if (!state)
    return {
      venue: [...parts, country].filter(Boolean).join(', '),
      addressLines: [],
      locality: '',
      region: '',
      postalCode: '',
      country,
    };
  const { region, postalCode, rest } = state;
  const locality = rest.pop() ?? '';
  const isStreet = (part: string): boolean => /^\d+[A-Z]?\s+\S/i.test(part);
  const venue = rest[0] !== undefined && !isStreet(rest[0]) ? (rest.shift() ?? '') : '';
  return { venue, addressLines: rest, locality, region, postalCode, country: 'US' };
}

/** The state and ZIP at the end, together or in two parts, and what stands before them. */
function stateAndZip(
  parts: readonly string[],
): { region: string; postalCode: string; rest: string[] } | undefined {
  const last = parts.at(-1) ?? '';
  const [, name = '', zip = ''] = /^(.*?)\s*(\d{5}(?:-\d{4})?)?$/.exec(last) ?? [];
  const state = stateCodeOf(name);
  if (state && (zip || parts.length > 1)) return { region: state, postalCode: zip, rest: parts.slice(0, -1) };
  const before = stateCodeOf(parts.at(-2) ?? '');
  if (zip && !name && before) return { region: before, postalCode: zip, rest: parts.slice(0, -2) };
  // Without a comma, `Chicago IL 60604`, only two capitals are surely a state.
  const [, town = '', capitals = ''] = /^(.{1,80}\S)\s([A-Z]{2})$/.exec(name) ?? [];
  const region = stateCodeOf(capitals);
  return region && (zip || parts.length > 1)
    ? { region, postalCode: zip, rest: [...parts.slice(0, -1), town] }
    : undefined;
}
