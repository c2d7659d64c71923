import { problem } from './problem.ts';

interface Keyed {
  readonly key: string;
  readonly body: unknown;
  readonly parameters: Readonly<Record<string, string>>;
}

/** A repeated request gets the first answer without a second effect, as an Idempotency-Key has it. */
export function onceForKey() {
  const replays = new Map<string, { readonly request: string; readonly answer: object }>();
  return <Content extends object>(
    { key, body, parameters }: Keyed,
    effect: () => Content | Response,
  ): Content | Response => {
    const request = JSON.stringify([parameters, body]);
    const earlier = replays.get(key);
    if (earlier)
      return earlier.request === request ? (earlier.answer as Content) : problem('idempotency_mismatch');
    const answer = effect();
    if (key !== '' && !(answer instanceof Response)) replays.set(key, { request, answer });
    return answer;
  };
}
