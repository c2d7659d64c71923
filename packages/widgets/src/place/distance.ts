import { withRegion } from '../time/formatters.ts';

const metresPerMile = 1609.344;
const mileRegions = new Set(['US', 'GB', 'LR', 'MM', 'PR']);

export type DistanceUnit = 'mile' | 'kilometer';

/** The unit people use where the language is spoken; the United States where it names no region. */
export function distanceUnit(language: string): DistanceUnit {
  return mileRegions.has(new Intl.Locale(withRegion(language)).region ?? '') ? 'mile' : 'kilometer';
}

/** Metres in one unit. */
export function metresIn(unit: DistanceUnit): number {
  return unit === 'mile' ? metresPerMile : 1000;
}

/** `3 mi` (short) or `50 miles` (long). Under one unit it says `<1`. */
export function formatDistance(metres: number, language: string, unitDisplay: 'short' | 'long'): string {
  const unit = distanceUnit(language);
  const value = metres / metresIn(unit);
  const text = new Intl.NumberFormat(withRegion(language), {
    style: 'unit',
    unit,
    unitDisplay,
    maximumFractionDigits: 0,
  }).format(Math.max(1, Math.round(value)));
  return value < 1 ? `<${text}` : text;
}
