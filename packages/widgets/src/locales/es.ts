import type * as english from './en.ts';
import type { Translation } from './message.ts';

export const common: Translation<typeof english.common> = {
  loading: 'Cargando…',
  tryAgain: 'Intentar de nuevo',
  openPlainList: 'Abrir la lista simple',
  errorTitle: 'Los eventos no se cargaron',
  errorOffline: 'Parece que tu dispositivo no tiene conexión. Revísala e inténtalo de nuevo.',
  errorTimeout: 'El servicio de eventos no respondió a tiempo. Tu dispositivo está bien.',
  errorServer: 'El servicio de eventos tiene un problema. Tu dispositivo está bien.',
  errorNoHub: 'Este widget no conoce su hub. Responsable del sitio: agrega hub="https://…" al elemento.',
  errorRequest: 'Díselo al responsable del sitio: solicitud {id}',
  close: 'Cerrar',
};

export const kinds: Translation<typeof english.kinds> = {
  huddle: 'Huddle',
  huddleHome: 'Huddle en una casa',
  gathering: 'Encuentro',
  training: 'Capacitación',
  rally: 'Manifestación',
  meeting: 'Reunión',
  'house-party': 'Reunión en casa',
  canvass: 'Visitas puerta a puerta',
  'phone-bank': 'Llamadas',
  'text-bank': 'Mensajes de texto',
  volunteer: 'Voluntariado',
  fundraiser: 'Recaudación',
  other: 'Evento',
  online: '{kind} en línea',
};
