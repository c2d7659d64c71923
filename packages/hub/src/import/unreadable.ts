import type { ProblemCode } from '@huddlekit/connectors';

/** Problems that leave a source unread as a whole. */
export const unreadable: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'unreadable_file',
  'unknown_format',
  'too_large',
  'too_slow',
]);
