import type { EventKind } from '@huddlekit/contract';

/** Title and summary of an event. */
export type Text = readonly [title: string, summary: string];

export const huddles: readonly Text[] = [
  ['Kitchen-table huddle: what we do next', 'Soup, ten chairs, and a plan for the next four weeks.'],
  [
    'Letters and listening',
    'We write to our representatives, then hear what worries the people on our street.',
  ],
  ['First huddle: get to know each other', 'Never been to one? Neither have we. Bring a story and a friend.'],
  ['Porch huddle', 'Blankets, tea, and the question of what our block can do.'],
  ['Huddle for new neighbors', 'For everybody who moved here lately and wants to help.'],
  ['Small steps, big table', 'We choose two actions and share them out.'],
  ['After-work huddle', 'Ninety minutes, one agenda, home before nine.'],
  ['Parents’ huddle, children welcome', 'Crayons on the floor, coffee on the table, one plan at the end.'],
  ['Book club turns huddle', 'We have read enough. Tonight we decide what to do.'],
  ['Who do we know? A mapping huddle', 'We draw the people, places and skills we already have.'],
  [
    'Students and neighbors at one table',
    'Half of us study here, half have lived here for years. Time to talk.',
  ],
  ['Huddle for quiet people', 'Small rounds, no speeches, everybody gets three minutes.'],
];

export const spanishHuddles: readonly Text[] = [
  ['Sopa y plan: huddle en español', 'Comemos, hablamos y elegimos dos acciones para el barrio.'],
  ['Huddle de vecinas', 'Para conocernos y decidir qué hacemos este mes.'],
  ['Café y cartas', 'Escribimos juntas a quienes nos representan. Hay papel, sellos y pan dulce.'],
  ['Primer huddle: nos presentamos', 'No hace falta saber nada. Trae una historia y a una amistad.'],
];

export const gatherings: readonly Text[] = [
  ['Neighbors’ potluck and letter table', 'Bring a dish and one letter you have been meaning to write.'],
  [
    'Know your neighbors: an afternoon together',
    'Food first, then small tables with someone who keeps time.',
  ],
  ['Community gathering: how we stand together', 'We talk through what our town can do without violence.'],
  ['Open evening at the hall', 'Four tables, four questions, and coffee.'],
  ['Skills fair: what can you teach?', 'First aid, phone calls, bicycles, forms. Ten tables, come and go.'],
  ['Songs, soup and sign-ups', 'A warm room, a pot on the stove, and a list of what to do next.'],
  ['A day at the library', 'Drop in, meet your neighbors, leave with one thing to do.'],
];

/** Events of other kinds, each with its kind. */
export const others: readonly (readonly [kind: EventKind, ...Text])[] = [
  [
    'phone-bank',
    'Phone evening with a script and snacks',
    'We call our representatives together. First-timers sit beside somebody who has done it.',
  ],
  ['canvass', 'Ten doors, one question', 'We walk in pairs, ask what people need here, and write it down.'],
  ['volunteer', 'Cook for forty', 'We chop, stir and carry it to the shelter around the corner.'],
  ['rally', 'Quiet vigil at the county hall', 'Candles, an hour of standing together, no speeches.'],
  [
    'meeting',
    'Three good questions for the council',
    'We write them together and bring them to the meeting after.',
  ],
];

export const venues = [
  'Lantern Street Library',
  'Ninth Ward Union Hall',
  'Old Mill Community Center',
  'Blue Kettle Café',
  'Maple Room at the Rec Center',
  'St. Brigid’s Parish Hall',
  'Riverside Grange',
  'Paper Crane Bookshop',
] as const;

export const streets = [
  'Juniper',
  'Lantern',
  'Orchard',
  'Cooper',
  'Almond',
  'Mill',
  'Heron',
  'Willow',
] as const;

export const hosts = [
  'Ana',
  'Tomasz',
  'Maribel',
  'Dev',
  'Ruth',
  'Luis',
  'Fatima',
  'Joan',
  'Kwame',
  'Mei',
  'Inés',
  'Hal',
  'Yusuf',
  'Grace',
  'Noor',
  'Pete',
] as const;

export const accessNotes = [
  'Two steps at the door. Ask for a hand.',
  'Step-free from the parking lot. Accessible restroom.',
  'Elevator to the second floor. Quiet room beside the hall.',
] as const;

const agenda = {
  en: [
    'Hello, one by one',
    'What worries us here, in pairs',
    'What we could do, on one big sheet',
    'Two actions, and who does them',
  ],
  es: [
    'Nos saludamos',
    'Qué nos preocupa aquí, en parejas',
    'Qué podríamos hacer, en una hoja grande',
    'Dos acciones, y quién las hace',
  ],
};

/** A description in Markdown. */
export function descriptionOf(summary: string, language: 'en' | 'es'): string {
  const closing =
    language === 'es'
      ? 'Este evento es inventado: forma parte de la campaña de muestra.'
      : 'This event is made up: it is part of the sample campaign.';
  return [summary, agenda[language].map((item) => `- ${item}`).join('\n'), `*${closing}*`].join('\n\n');
}
