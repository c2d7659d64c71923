/** Every code a conversion may report, with what it means to whoever looks after the source. */
export const problemCodes = {
  unreadable_file:
    'The first line must name a column for the title and one for the date, as title,start_date',
  guessed_encoding:
    'The file isn’t UTF-8; it was read as Windows-1252. Save it as UTF-8 to be sure of accents',
  unreadable_row: 'The row can’t be read; check its quotes',
  ragged_row: 'The row has more or fewer cells than the header',
  missing_title: 'The row has no title, so it gives no event',
  long_title: 'The title has more than 200 characters and was cut',
  missing_date: 'The row has no date, so it gives no event',
  bad_date: 'The date isn’t one; write it as 2026-11-28 or 2026-11-28T19:00:00Z',
  bad_end_date: 'The end isn’t a date or lies before the start; it was left out',
  missing_place: 'There is neither a point nor a town; the event is listed without a place',
  missing_point: 'There is a town but no point; the event is listed without a pin',
  bad_coordinates: 'The point isn’t one on the earth, or is 0,0; the event is listed without a pin',
  place_outside_region: 'The point lies outside the state that is named; the event is listed without a pin',
  unknown_region: 'The state isn’t one that is known; the point can’t be checked against it',
  bad_timezone: 'The time zone isn’t a name like America/Chicago; it was worked out from the place',
  unknown_timezone: 'Neither point, state nor country tells the time zone; UTC was taken',
  reserved_source: 'The hub uses this name of a source itself; the row was taken as of csv',
  duplicate_id: 'An earlier row has the same id; this one was left out',
  bad_url: 'The link isn’t one that begins with https:// or http://; it was left out',
} as const;

export type ProblemCode = keyof typeof problemCodes;

/** Something wrong with the source. `line` counts from 1, the header included, and is where the row begins. */
export interface ConvertProblem {
  readonly line: number;
  readonly code: ProblemCode;
  readonly message: string;
}

/** Codes that cost the row its event: a row that gives none has exactly one of them. */
export const fatalCodes: ReadonlySet<ProblemCode> = new Set([
  'unreadable_row',
  'missing_title',
  'missing_date',
  'bad_date',
  'duplicate_id',
]);

export function problem(line: number, code: ProblemCode): ConvertProblem {
  return { line, code, message: problemCodes[code] };
}
