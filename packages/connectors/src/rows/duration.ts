const iso = /^P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:\d{1,8}(?:\.\d+)?S)?)?$/i;
const words =
  /^(?:(\d{1,4}(?:\.\d{1,4})?)\s*(?:h|hr|hrs|hours?|horas?))?\s*(?:(?:and|y)?\s*(\d{1,6})\s*(?:m|min|mins|minutes?|minutos?))?$/i;
const clock = /^(\d{1,3}):([0-5]\d)(?::[0-5]\d)?$/;

/** Minutes of a duration: `PT1H30M` (ISO 8601), `1.5 hours`, `2 h 30 min`, `1:30`. Undefined for none, or nothing that is one. */
export function minutesOf(text: string): number | undefined {
  const [isIso, weeks = 0, days = 0, isoHours = 0, isoMinutes = 0] = iso.exec(text.trim()) ?? [];
  if (isIso)
    return above0(((Number(weeks) * 7 + Number(days)) * 24 + Number(isoHours)) * 60 + Number(isoMinutes));
  const [isClock, clockHours, clockMinutes] = clock.exec(text.trim()) ?? [];
  if (isClock) return above0(Number(clockHours) * 60 + Number(clockMinutes));
  const [, hours = 0, minutes = 0] = words.exec(text.trim()) ?? [];
  return above0(Math.round(Number(hours) * 60 + Number(minutes)));
}

function above0(minutes: number): number | undefined {
  return minutes > 0 ? minutes : undefined;
}
