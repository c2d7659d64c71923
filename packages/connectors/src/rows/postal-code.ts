import type { Point } from '../point.ts';
import { isInState } from '../regions/us-states.ts';
import { isUnitedStates } from './countries.ts';

/** States whose ZIPs begin with a zero, with the first digits of those (USPS Publication 65). */
const zeroStates: Readonly<Record<string, RegExp>> = {
  CT: /^06/,
  MA: /^0[125]/,
  ME: /^0(39|4)/,
  NH: /^03/,
  NJ: /^0[78]/,
  NY: /^0(05|63)/,
  PR: /^00[679]/,
  RI: /^02[89]/,
  VI: /^008/,
  VT: /^05/,
};

/**
 * A ZIP with the zeros that a spreadsheet took from its beginning. They are put back where the state or the point
 * agrees, or where the country is the United States and nothing speaks against it.
 */
export function restoredPostalCode(
  written: string,
  country: string,
  state: string | undefined,
  point: Point | undefined,
): string {
  const code = written.replace(/^'|\.0+$/g, '').trim();
  const [, digits = '', more = ''] = /^(\d{3,4})(-\d{4})?$/.exec(code) ?? [];
  if (!digits || (country !== '' && !isUnitedStates(country))) return code;
  const restored = digits.padStart(5, '0');
  const owner = Object.keys(zeroStates).find((one) => zeroStates[one]?.test(restored));
  if (!owner) return code;
  const agrees = state
    ? Boolean(Object.hasOwn(zeroStates, state) && zeroStates[state]?.test(restored))
    : point
      ? isInState(owner, point.latitude, point.longitude) === true
      : isUnitedStates(country) && digits.length === 4;
  return agrees ? restored + more : code;
}
