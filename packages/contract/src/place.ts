import * as z from './zod.ts';

/** A ZIP or town with its middle point. */
export const Place = z.object({
  /** `94110 San Francisco, CA` or `Chicago, IL`. */
  label: z.string(),
  locality: z.string(),
  region: z.nullable(z.string()),
  postalCode: z.nullable(z.string()),
  country: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  timezone: z.string(),
  population: z.nullable(z.int()),
});
export type Place = z.infer<typeof Place>;

export const PlaceList = z.object({ data: z.array(Place), next: z.nullable(z.string()) });
export type PlaceList = z.infer<typeof PlaceList>;
