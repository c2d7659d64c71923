import * as z from './zod.ts';

/** Events as one GeoJSON document (RFC 7946). An event without a public point has no geometry. */
export const EventFeatureCollection = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      id: z.string(),
      /** Longitude first. `precision` of the properties says what the point means. */
      geometry: z.nullable(
        z.object({ type: z.literal('Point'), coordinates: z.array(z.number()).check(z.length(2)) }),
      ),
      properties: z.record(z.string(), z.unknown()),
    }),
  ),
});
export type EventFeatureCollection = z.infer<typeof EventFeatureCollection>;

/** Events as linked data (JSON-LD 1.1 in the terms of schema.org), each once. */
export const LinkedEvents = z.object({
  '@context': z.literal('https://schema.org'),
  '@graph': z.array(z.record(z.string(), z.unknown())),
});
export type LinkedEvents = z.infer<typeof LinkedEvents>;
