import type { DateRange } from '@huddlekit/contract';

/** Dates that most visitors look for. */
export const datePresets = ['today', 'weekend', 'twoWeeks'] as const;
export type DatePreset = (typeof datePresets)[number];

/** The local dates of a preset, by the visitor's clock; a weekend that has begun goes on from today. */
export function presetDates(preset: DatePreset, now: Date): DateRange {
  const on = (days: number): string =>
    localDate(new Date(now.getFullYear(), now.getMonth(), now.getDate() + days));
  const sunday = (7 - now.getDay()) % 7;
  switch (preset) {
    case 'today':
      return { from: on(0), to: on(0) };
    case 'weekend':
      return { from: on(Math.max(0, sunday - 1)), to: on(sunday) };
    case 'twoWeeks':
      return { from: on(0), to: on(13) };
  }
}

/** The preset that some dates are today, or null where they are a visitor's own. */
export function presetOf(dates: DateRange | null, now: Date): DatePreset | null {
  const isSame = ({ from, to }: DateRange): boolean => from === dates?.from && to === dates.to;
  return datePresets.find((preset) => isSame(presetDates(preset, now))) ?? null;
}

/** `2026-11-23` on the visitor's calendar. */
export function localDate(date: Date): string {
  const [year, month, day] = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Whether a text is a date that calendars have, as `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;
}
