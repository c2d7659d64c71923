import { publicId } from './primitives.ts';
import * as z from './zod.ts';

/** The operations that want a proof of work from who has no secret key, by their ids. */
export const provenOperations = ['createAttendances', 'createEvent', 'createReport'] as const;
export type ProvenOperation = (typeof provenOperations)[number];

/** The request header that brings a proof of work: a `Proof` as JSON in base64, the payload of the ALTCHA protocol. */
export const proofHeader = 'Huddlekit-Proof';

/** What a proof is to be for; `event` where the operation is about one. */
export const ChallengeQuery = z.object({ action: z.enum(provenOperations), event: z.optional(publicId) });
export type ChallengeQuery = z.infer<typeof ChallengeQuery>;

const hex = z.string().check(z.regex(/^(?:[0-9a-f]{2})+$/));

/**
 * A piece of work in the ALTCHA protocol (version 2, altcha.org): find the `counter` whose key begins with `keyPrefix`.
 * The key of a counter is SHA-256, `cost` times over, of the salt, the nonce and the counter as four bytes, the highest
 * first; counters are tried from 0.
 */
export const Challenge = z.object({
  parameters: z.object({
    algorithm: z.string(),
    nonce: hex,
    salt: hex,
    cost: z.int().check(z.gte(1)),
    keyLength: z.int(),
    keyPrefix: hex,
    keySignature: z.optional(z.string()),
    /** Seconds since 1970, after which it is worth nothing. */
    expiresAt: z.int(),
    /** What it is good for, once. */
    data: z.object({ action: z.string(), event: z.optional(z.string()) }),
  }),
  /** The hub's own, over all parameters. */
  signature: z.string(),
});
export type Challenge = z.infer<typeof Challenge>;

/** A challenge with its solution. */
export const Proof = z.object({
  challenge: Challenge,
  solution: z.object({ counter: z.int(), derivedKey: hex }),
});
export type Proof = z.infer<typeof Proof>;
