/** Codes about a whole source. */
const sourceCodes = {
  unreadable_file:
    'No events can be read from this. A table’s first line must name a column for the title and one for the date, as title,start_date; other formats must be whole',
  unknown_format:
    'This is none of the formats that are known: a table, a calendar, GeoJSON, JSON-LD, Mobilize or OSDI',
  no_events: 'There is no event in this',
  guessed_encoding:
    'The file isn’t UTF-8; it was read as Windows-1252. Save it as UTF-8 to be sure of accents',
  guessed_title: 'There is no column for the title; each event is called by its place',
  too_large: 'The source is larger than may be read; part it',
  too_many: 'The source holds more events than may be read; what comes after them was left out',
  too_slow: 'Reading took longer than it may; what comes after the last event was left out',
  results_limited: 'The platform gives only part of what it found; ask for less at a time',
  unread_deletions: 'The list of deleted events can’t be read; those stay as they are',
  next_elsewhere: 'The link to the next page leads to another site, so it wasn’t followed',
  next_again: 'The link to the next page leads back to one that was read, so it wasn’t followed',
} as const;

/** Codes that cost a row its event. */
const rowCodes = {
  unreadable_row: 'The row can’t be read; check its quotes',
  not_an_event: 'This is something else than an event, like a task',
  missing_title: 'The row has no title, so it gives no event',
  missing_date: 'The row has no date, so it gives no event',
  bad_date: 'The date isn’t one; write it as 2026-11-28 or 2026-11-28T19:00:00Z',
  missing_timezone:
    'The time is a local one and nothing tells where; name the source’s time zone, like America/Chicago',
  duplicate_id: 'An earlier row has the same id; this one was left out',
  older_revision: 'A newer revision of the same event is in the source, and counts',
  changed_occurrence: 'This changes or adds one date of a series; it was taken into that event',
  outside_window: 'No date of this series lies within the year that is read',
  joined_row: 'This is another date of an earlier row with the same id; it was taken into that event',
  unreadable_script: 'This script isn’t JSON, so what it says of events is lost; check its commas and quotes',
  too_deep: 'This is nested deeper than may be read',
  hidden_event: 'The source hides this event, so it isn’t listed',
  private_event: 'The event is private there, so it isn’t listed',
  unapproved_event: 'The event isn’t approved there, so it isn’t listed',
} as const;

/** Codes about something that was left out or guessed while the event stays. */
const detailCodes = {
  ragged_row: 'The row has more or fewer cells than the header',
  ambiguous_date: 'Day and month of this date could be changed over; it was read month first unless you say',
  guessed_year: 'The date names no year; the one that fits best from now on was taken',
  bad_time: 'The time isn’t one, like 7:30 PM; the event is listed for the whole day',
  bad_timeslot: 'One of the event’s dates can’t be read; the event is listed without it',
  bad_capacity: 'The number of seats isn’t one; it was left out',
  swapped_coordinates: 'The point has latitude and longitude the other way round; they were changed over',
  postponed_event: 'The event is put off without a new date; it is listed as cancelled',
  long_title: 'The title has more than 200 characters and was cut',
  long_description: 'The description has more than 10,000 characters and was cut',
  bad_end_date: 'The end isn’t a date or lies before the start; it was left out',
  missing_place: 'There is neither a point nor a town; the event is listed without a place',
  missing_point: 'There is a town but no point; the event is listed without a pin',
  bad_coordinates: 'The point isn’t one on the earth, or is 0,0; the event is listed without a pin',
  place_outside_region: 'The point lies outside the state that is named; the event is listed without a pin',
  unknown_region: 'The state isn’t one that is known; the point can’t be checked against it',
  bad_timezone: 'The time zone isn’t a name like America/Chicago; it was worked out from the place',
  unknown_timezone: 'Neither point, state nor country tells the time zone; UTC was taken',
  bad_recurrence: 'The rule of repetition can’t be read; only the first date was taken',
  long_recurrence: 'The series has more dates than may be listed; the later ones were left out',
  reserved_source: 'The hub uses this name of a source itself; the row was taken as of csv',
  bad_url: 'The link isn’t one that begins with https:// or http://; it was left out',
  possible_duplicate: 'Another event has the same link and other times; both were kept',
} as const;

/** Every code a conversion may report, with what it means to whoever looks after the source. */
export const problemCodes = { ...sourceCodes, ...rowCodes, ...detailCodes } as const;

export type ProblemCode = keyof typeof problemCodes;

/** Something wrong with the source. */
export interface ConvertProblem {
  /** Line of a text on which the row begins, the header included, or number of the item in a list; from 1. */
  readonly line: number;
  readonly code: ProblemCode;
  readonly message: string;
}

/** Codes that cost the row its event: a row that gives none has exactly one of them. */
export const fatalCodes: ReadonlySet<string> = new Set(Object.keys(rowCodes));

/** A problem of a line, with the words that belong to its code. */
export function problem(line: number, code: ProblemCode): ConvertProblem {
  return { line, code, message: problemCodes[code] };
}

/** Takes down what is wrong with one row. */
export type Report = (code: ProblemCode) => void;
