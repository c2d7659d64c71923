import { problem } from '../problem.ts';
import type { Gathering } from '../conversion.ts';
import { readLine, type ContentLine } from './content-line.ts';

/** A component of a calendar, with those of its properties that anything here asks for. */
export interface Component {
  /** `VEVENT`, `VTIMEZONE` and the like. */
  readonly name: string;
  /** Line it begins on, from 1. */
  readonly line: number;
  readonly properties: Map<string, ContentLine[]>;
  /** Components within it that anything here asks for. */
  readonly parts: Component[];
}

/** What a file holds. */
export interface CalendarFile {
  /** Properties of its calendars, the first of each name first. */
  readonly calendar: Component;
  readonly timezones: Component[];
  readonly events: Component[];
}

/** Attendees' and organizers' addresses, alarms and attachments are never read. */
const properties = new Set(
  (
    'X-WR-TIMEZONE X-WR-CALNAME NAME METHOD TZID X-LIC-LOCATION TZOFFSETTO TZOFFSETFROM UID RECURRENCE-ID SEQUENCE ' +
    'DTSTAMP CREATED LAST-MODIFIED STATUS CLASS SUMMARY DESCRIPTION X-ALT-DESC LOCATION GEO URL CONFERENCE CATEGORIES ' +
    'DTSTART DTEND DURATION RRULE RDATE EXDATE X-GOOGLE-CONFERENCE X-MICROSOFT-CDO-ALLDAYEVENT X-MICROSOFT-SKYPETEAMSMEETINGURL X-HUDDLEKIT-EVENT ' +
    'X-HUDDLEKIT-SOURCE X-HUDDLEKIT-TIMEZONE X-HUDDLEKIT-KIND X-HUDDLEKIT-PLACE'
  ).split(' '),
);
const items = new Set(['VEVENT', 'VTODO', 'VJOURNAL']);
const parts = new Set(['STANDARD', 'DAYLIGHT']);
/** Of one property a component holds at most so many lines; RDATE may have one for each date. */
const mostLines = 2_000;
/** Items of one file. */
const mostItems = 100_000;

/** Reads the lines of a calendar file to its components; tasks and what can't be read are reported. */
export function* readComponents(text: string, gathering: Gathering): Generator<undefined, CalendarFile> {
  const file: CalendarFile = { calendar: begin('VCALENDAR', 1), timezones: [], events: [] };
  const reader = new ComponentReader(file, gathering);
  let line = 0;
  for (let start = 0; start < text.length;) {
    let end = text.indexOf('\n', start);
    if (end === -1) end = text.length;
    line++;
    if (end > start) reader.read(text.slice(start, end), line);
    start = end + 1;
    if (line % 200 === 0) yield;
    if (gathering.rows >= mostItems) {
      gathering.problems.push(problem(line, 'too_many'));
      break;
    }
  }
  reader.end();
  return file;
}

class ComponentReader {
  readonly #file: CalendarFile;
  readonly #gathering: Gathering;
  /** The event or time zone that is being read, and its part. */
  #item: Component | undefined;
  #part: Component | undefined;
  /** Components within that say nothing to us, and those within them. */
  #ignored = 0;

  constructor(file: CalendarFile, gathering: Gathering) {
    this.#file = file;
    this.#gathering = gathering;
  }

  read(text: string, line: number): void {
    const content = readLine(text.trimStart());
    if (!content) return;
    const value = content.value.trim().toUpperCase();
    if (content.name === 'BEGIN') this.#begin(value, line);
    else if (content.name === 'END') this.#end(value);
    else if (this.#ignored === 0) this.#keep(content);
  }

  /** Takes an item that the file doesn't end. */
  end(): void {
    if (this.#item) this.#close(this.#item);
  }

  #begin(name: string, line: number): void {
    if (items.has(name) || name === 'VTIMEZONE') {
      this.end();
      this.#item = begin(name, line);
      if (items.has(name)) this.#gathering.rows++;
    } else if (this.#item && parts.has(name)) {
      this.#part = begin(name, line);
      this.#item.parts.push(this.#part);
    } else if (name !== 'VCALENDAR') {
      this.#ignored++;
    }
  }

  #end(name: string): void {
    if (this.#item?.name === name) this.#close(this.#item);
    else if (parts.has(name)) this.#part = undefined;
    else if (name === 'VCALENDAR') this.end();
    else this.#ignored = Math.max(0, this.#ignored - 1);
  }

  #close(item: Component): void {
    this.#item = this.#part = undefined;
    this.#ignored = 0;
    if (item.name === 'VTIMEZONE') this.#file.timezones.push(item);
    else if (item.name === 'VEVENT') this.#file.events.push(item);
    else this.#gathering.problems.push(problem(item.line, 'not_an_event'));
  }

  #keep(content: ContentLine): void {
    const name = content.name;
    if (!properties.has(name)) return;
    const owner = this.#part ?? this.#item ?? this.#file.calendar;
    const lines = owner.properties.get(name);
    if (!lines) owner.properties.set(name, [content]);
    else if (lines.length < mostLines) lines.push(content);
  }
}

function begin(name: string, line: number): Component {
  return { name, line, properties: new Map(), parts: [] };
}

/** The first property of a name. */
export function property(component: Component, name: string): ContentLine | undefined {
  return component.properties.get(name)?.[0];
}
