import { home, library } from './places.mjs';

const day = 86_400_000;
const hour = 3_600_000;

const at = (milliseconds) => new Date(Date.now() + milliseconds).toISOString();

/** An hour that is full, so that two events can share it. */
const inTwoDays = new Date(Math.ceil(Date.now() / hour) * hour + 2 * day).toISOString();

/** What hosts, guests and moderators type, in the two languages of the hub's pages. */
export const words = {
  en: {
    title: 'Kitchen-table huddle: what we do next',
    summary: 'Soup, a round of questions, and one thing each of us does this month.',
    description:
      'We eat first. Then everybody says what worries them, and what they would like to try.\n\n- Bring a bowl\n- Children are welcome',
    edited: 'Kitchen-table huddle: three things we do next',
    editedDescription: 'We eat first, then we choose three things to do before spring. Bring a bowl.',
    lookAlike: 'Soup night with Lakefrοnt Νeighbors (sample)',
    telling: 'Ring twice. It is 2817 West Palmer Street, the green door; the bell says Okafor.',
    message: 'Please come by the back door; the front steps are icy.\n\nThere is soup for everybody.',
    note: 'I am ill. I am sorry, and I’ll ask you again in January.',
    refusal: 'Please take the house number out of the description, then send it again.',
    takedown: 'Two people told us that this hall knows nothing of it.',
    report: 'I rang the library. They have no room booked for this.',
    needs: 'I use a wheelchair; is there a step at the door?',
  },
  es: {
    title: 'Huddle en la cocina: qué hacemos ahora',
    summary: 'Sopa, una ronda de preguntas y una cosa que cada quien hará este mes.',
    description:
      'Primero comemos. Luego cada persona dice qué le preocupa y qué le gustaría probar.\n\n- Trae un plato\n- Pueden venir niños',
    edited: 'Huddle en la cocina: tres cosas que hacemos ahora',
    editedDescription:
      'Primero comemos y luego elegimos tres cosas para antes de la primavera. Trae un plato.',
    lookAlike: 'Noche de sopa con Lakefrοnt Νeighbors (sample)',
    telling: 'Toca dos veces. Es la calle Palmer 2817, la puerta verde; el timbre dice Okafor.',
    message: 'Entren por la puerta de atrás; los escalones tienen hielo.\n\nHay sopa para todo el mundo.',
    note: 'Estoy enfermo. Lo siento, y los invito otra vez en enero.',
    refusal: 'Quita por favor el número de la casa de la descripción y envíalo otra vez.',
    takedown: 'Dos personas nos dijeron que en esta sala no saben nada.',
    report: 'Llamé a la biblioteca. No tienen ninguna sala reservada.',
    needs: 'Uso silla de ruedas; ¿hay un escalón en la puerta?',
  },
};

/** The events that are put up, each as its host's form sends it. */
export function eventsIn(language) {
  const { title, summary, description, lookAlike, telling } = words[language];
  const common = { kind: 'huddle', timezone: 'America/Chicago', languages: [language], language };
  const tomasz = { givenName: 'Tomasz', familyName: 'Wieczorek', email: `tomasz.${language}@example.org` };
  const ines = { name: 'Ines', email: `ines.${language}@example.org` };
  return {
    // One time that begins soon, so that its day is today, and one that is still ahead.
    main: {
      ...common,
      title,
      summary,
      description,
      timeslots: [
        { startDate: at(hour / 2), endDate: at(2 * hour) },
        { startDate: at(3 * day), endDate: at(3 * day + 2 * hour) },
      ],
      location: home,
      capacity: 12,
      guestsPerRsvp: 8,
      accessibility: { wheelchair: false, captions: true },
      host: tomasz,
      coHosts: [ines],
    },
    telling: {
      ...common,
      title,
      description: telling,
      timeslots: [{ startDate: inTwoDays }],
      location: home,
      capacity: 12,
      host: { givenName: 'Okafor', email: `okafor.${language}@example.org` },
    },
    again: {
      ...common,
      title,
      timeslots: [{ startDate: inTwoDays }],
      location: home,
      capacity: 12,
      host: { givenName: 'Okafor', email: `okafor.${language}@example.org` },
    },
    lookAlike: {
      ...common,
      title: lookAlike,
      timeslots: [{ startDate: at(4 * day) }],
      location: library,
      host: { givenName: 'Sam', email: `sam.${language}@example.org` },
    },
  };
}

/** Who signs up for the first time of the main event: the last of them wait. */
export const guestsIn = (language) =>
  [
    { givenName: 'Maribel', familyName: 'Okafor', guests: 1, accessNeeds: words[language].needs },
    { givenName: 'Jo', guests: 0, consents: true },
    { givenName: 'Bartholomew', familyName: 'Featherstonehaugh-Castellanos', guests: 8 },
    { givenName: 'Wren', guests: 2 },
  ].map((guest) => ({ ...guest, email: `${guest.givenName.toLowerCase()}.${language}@example.org` }));
