import * as z from './zod.ts';

export const PlaceQuery = z.object({
  q: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)),
  limit: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(20))),
});
export type PlaceQuery = z.infer<typeof PlaceQuery>;
