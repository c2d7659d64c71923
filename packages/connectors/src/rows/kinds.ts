import type { EventKind } from '@huddlekit/contract';

/** Words of tags and titles that tell a kind; the first that fits counts. */
const rules: readonly (readonly [RegExp, EventKind])[] = [
  [/\bconf(erence)?s?\b/i, 'other'],
  [/\bphone[ _-]?bank/i, 'phone-bank'],
  [/\btext[ _-]?bank/i, 'text-bank'],
  [/\bcanvass/i, 'canvass'],
  [/\bhuddle/i, 'huddle'],
  [/\bhouse[ _-]?party/i, 'house-party'],
  [/\bgathering|\bvigil/i, 'gathering'],
  [/\btraining|\bworkshop/i, 'training'],
  [/\bfundrais/i, 'fundraiser'],
  [/\bvolunteer/i, 'volunteer'],
  [
    /\bprotest|\bmarch\b|\brally|\bdemonstration|hands off|take ?down|\bstand (?:with|up|for|against)\b/i,
    'rally',
  ],
  [/\bmeeting|\btown ?hall|\bmeet[ _-]?and[ _-]?greet/i, 'meeting'],
];

export function kindOf(tags: string, title: string): EventKind {
  for (const text of [tags, title]) {
    const rule = rules.find(([words]) => words.test(text));
    if (rule) return rule[1];
  }
  return 'other';
}
