import type { Commitment } from '@huddlekit/contract';
import { fieldProblem } from './problem.ts';

/** The problem of who doesn't accept what everybody who takes part accepts. */
export function commitmentProblem(
  accepted: readonly { readonly id: string; readonly version: string }[],
  asked: readonly Commitment[],
): Response | undefined {
  const isAccepted = ({ id, version }: Commitment): boolean =>
    accepted.some((commitment) => commitment.id === id && commitment.version === version);
  if (asked.every(isAccepted)) return undefined;
  const names = asked.map(({ id, version }) => `${id} (version ${version})`).join(', ');
  return fieldProblem('/commitments', 'required', `Accept what everybody who takes part accepts: ${names}`);
}
