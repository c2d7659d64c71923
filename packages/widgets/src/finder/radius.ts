import { distanceUnit, metresIn } from '../place/distance.ts';

const steps = { mile: [5, 10, 25, 50, 100, 250], kilometer: [10, 25, 50, 80, 150, 400] } as const;

/** The choices of a radius in metres, in the reader's unit, with the one in use among them. */
export function withinSteps(language: string, current: number): number[] {
  const unit = distanceUnit(language);
  const choices = steps[unit].map((step) => Math.round(step * metresIn(unit)));
  return choices.includes(Math.round(current))
    ? choices
    : [...choices, Math.round(current)].sort((a, b) => a - b);
}

/** The next larger radius that reaches as far as `needed` metres, or null where none does. */
export function widerThan(language: string, current: number, needed: number): number | null {
  const least = Math.max(needed, Math.round(current) + 1);
  return withinSteps(language, current).find((step) => step >= least) ?? null;
}
