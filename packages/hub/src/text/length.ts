const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A length of time in words, in its largest whole unit: `7 days`, `24 hours`, `15 minutes`. */
export function lengthInWords(milliseconds: number, language: string): string {
  const [size, unit] =
    milliseconds > day && milliseconds % day === 0
      ? ([day, 'day'] as const)
      : milliseconds % hour === 0
        ? ([hour, 'hour'] as const)
        : ([minute, 'minute'] as const);
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(
    Math.ceil(milliseconds / size),
  );
}
