import type { z } from '@huddlekit/contract';
import { BadResponseError } from './errors/bad-response-error.ts';

/** Whether a value fits a schema. */
export type Fits = (schema: z.ZodMiniType, value: unknown) => boolean;

/**
 * The JSON of an answer that fits a schema. It is the answer itself and not the schema's copy, so what a newer hub
 * adds is there for who looks for it.
 * @throws BadResponseError
 */
export function readAnswer(content: string, schema: z.ZodMiniType, status: number, fits: Fits): unknown {
  let answer: unknown;
  try {
    answer = JSON.parse(content);
  } catch (cause) {
    throw new BadResponseError('The answer isn’t JSON. Check that the address is a hub’s.', {
      code: 'bad_response',
      path: '',
      status,
      cause,
    });
  }
  if (fits(schema, answer)) return answer;
  const { error } = schema.safeParse(answer);
  const path = error?.issues[0]?.path.join('.') ?? '';
  throw new BadResponseError(
    `The answer doesn’t fit the contract at "${path}". Bring hub and SDK to one version.`,
    { code: 'bad_response', path, status, cause: error },
  );
}
