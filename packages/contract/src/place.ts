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

export const PlaceQuery = z.object({
  q: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)),
  limit: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(20))),
});
export type PlaceQuery = z.infer<typeof PlaceQuery>;

export const PlaceList = z.object({ data: z.array(Place), next: z.null() });
export type PlaceList = z.infer<typeof PlaceList>;
