import type { EventKind } from '@huddlekit/contract';

/** Kinds of events as a page names them, by language. */
export const kinds: Readonly<Record<'en' | 'es', Readonly<Record<EventKind, string>>>> = {
  en: {
    huddle: 'Huddle',
    gathering: 'Gathering',
    training: 'Training',
    rally: 'Rally',
    meeting: 'Meeting',
    'house-party': 'House party',
    canvass: 'Canvass',
    'phone-bank': 'Phone bank',
    'text-bank': 'Text bank',
    volunteer: 'Volunteering',
    fundraiser: 'Fundraiser',
    other: 'Event',
  },
  es: {
    huddle: 'Huddle',
    gathering: 'Encuentro',
    training: 'Capacitación',
    rally: 'Concentración',
    meeting: 'Reunión',
    'house-party': 'Fiesta en casa',
    canvass: 'Puerta a puerta',
    'phone-bank': 'Llamadas',
    'text-bank': 'Mensajes de texto',
    volunteer: 'Voluntariado',
    fundraiser: 'Recaudación',
    other: 'Evento',
  },
};
