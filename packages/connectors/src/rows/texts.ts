import type { EventKind } from '@huddlekit/contract';
import { eventKinds } from '@huddlekit/contract/vocabulary';
import { isLanguageTag } from '@huddlekit/contract/well-formed';
import type { ImportedEvent } from '../imported-event.ts';
import { unsaid } from '../unsaid.ts';
import type { Report } from '../problem.ts';
import { longestDescription, markdownOf } from '../text/markdown.ts';
import { kindOf } from './kinds.ts';
import type { Row } from './row.ts';
import { isYes } from './when.ts';

const mostTags = 50;

export function descriptionOf({ description = '' }: Row, report: Report): string {
  const markdown = markdownOf(description);
  // What was cut has the full length but for spaces at its end.
  if (description.length > longestDescription && markdown.length > longestDescription - 3)
    report('long_description');
  return markdown;
}

/** The kind that is named, else the one that words of kind, tags and title tell. */
export function kindOfRow({ kind = '', tags = '' }: Row, title: string): EventKind {
  return namedKind(kind) ?? kindOf(`${kind};${tags}`, title);
}

function namedKind(kind: string): EventKind | undefined {
  return eventKinds.find((one) => one === kind);
}

/** Tags in one cell, and a kind that is none of ours. */
export function tagsOf({ tags = '', kind = '' }: Row): string[] {
  return listIn(`${tags};${namedKind(kind) ? '' : kind}`).slice(0, mostTags);
}

const languageNames: Readonly<Record<string, string>> = {
  english: 'en',
  ingles: 'en',
  spanish: 'es',
  espanol: 'es',
};

export function languagesOf({ languages = '' }: Row): string[] {
  return listIn(languages)
    .map((word) => {
      const plain = word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
      return Object.hasOwn(languageNames, plain) ? (languageNames[plain] ?? '') : word.replace('_', '-');
    })
    .filter((tag) => isLanguageTag(tag) && tag.length <= 35)
    .slice(0, 10);
}

export function accessibilityOf(row: Row): ImportedEvent['accessibility'] {
  const { wheelchair, asl, captions, accessibilityNotes } = row;
  return {
    wheelchair: answerOf(wheelchair),
    asl: answerOf(asl),
    captions: answerOf(captions),
    notes: accessibilityNotes || null,
  };
}

export function guestsOf({ guestsPerRsvp = '' }: Row): number {
  return /^\d{1,2}$/.test(guestsPerRsvp) ? Number(guestsPerRsvp) : unsaid.guestsPerRsvp;
}

function answerOf(text = ''): boolean | null {
  if (isYes(text)) return true;
  return /^(n|no|false|0|falso)$/i.test(text) ? false : null;
}

function listIn(text: string): string[] {
  return text
    .split(/[;,]/)
    .map((word) => word.trim())
    .filter(Boolean);
}

/** The name of a person or an organization without the mail address that often stands beside or for it. */
export function nameOf(text = ''): string | null {
  return text.replaceAll(/[<(]?[^\s<>()]{1,64}@[^\s<>()]{1,255}[>)]?/g, '').trim() || null;
}
