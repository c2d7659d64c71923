import type { ImportedEvent } from './imported-event.ts';

/** What an event is where its source is silent. */
export const unsaid = {
  summary: '',
  description: '',
  status: 'confirmed',
  sponsor: null,
  hostName: null,
  location: null,
  isVirtual: false,
  languages: [],
  accessibility: { wheelchair: null, asl: null, captions: null, notes: null },
  capacity: null,
  guestsPerRsvp: 5,
  links: { toolkit: null, safety: null, overview: null },
  tags: [],
  imageUrl: null,
  browserUrl: null,
  series: null,
  createdAt: null,
  updatedAt: null,
} as const satisfies Partial<ImportedEvent>;
