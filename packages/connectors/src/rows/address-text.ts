import { stateCodeOf } from '../regions/state-codes.ts';
import { isUnitedStates } from './countries.ts';

/** The parts of an address in the United States that was written in one line. */
export interface AddressParts {
  readonly venue: string;
  readonly street: string;
  readonly locality: string;
  readonly region: string;
  readonly postalCode: string;
}

/** Parts of a line that are looked at. */
const mostParts = 8;

/**
 * Parts `Federal Plaza, 50 W Adams St, Chicago, IL 60604, USA`, `Chicago IL` or `Minneapolis, MN`. Undefined where no
 * state stands at its end, since then nothing tells which part is the town.
 */
export function parseAddress(text: string): AddressParts | undefined {
  const parts = text
    .split(/[,\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
  if (parts.length > mostParts) return undefined;
  if (parts.length > 1 && isUnitedStates(parts.at(-1) ?? '')) parts.pop();
  const end = parts.pop() ?? '';
  const postalCode = /^\d{5}(-\d{4})?$/.test(end) && parts.length > 0 ? end : '';
  const last = stateAtEnd(postalCode ? (parts.pop() ?? '') : end);
  if (!last) return undefined;
  const locality = last.before || (parts.pop() ?? '');
  const isStreet = (part: string): boolean =>
    /^\d/.test(part) || /\b(st|street|ave|avenue|blvd|rd|road|dr|hwy)\b\.?/i.test(part);
  return {
    venue: parts.filter((part) => !isStreet(part)).join(', '),
    street: parts.filter(isStreet).join(', '),
    locality: /^\d+\s/.test(locality) ? '' : locality,
    region: last.state,
    postalCode: postalCode || last.postalCode,
  };
}

/** `IL`, `Illinois 60604`, `Chicago IL 60604`: before a state without a comma only its two capitals are sure. */
function stateAtEnd(text: string): { before: string; state: string; postalCode: string } | undefined {
  const [, words = text, postalCode = ''] = /^(.{1,80}?)\s+(\d{5}(?:-\d{4})?)$/.exec(text) ?? [];
  const alone = stateCodeOf(words);
  if (alone) return { before: '', state: alone, postalCode };
  const [, before = '', capitals = ''] = /^(.{1,80}\S)\s+([A-Z]{2})$/.exec(words) ?? [];
  const state = stateCodeOf(capitals);
  return state ? { before, state, postalCode } : undefined;
}
