import * as z from './zod.ts';

/** A change that changes nothing is a slip of its sender. */
export const notEmpty = z.refine<object>((change) => Object.keys(change).length > 0, {
  error: 'Name at least one field to change',
  params: { code: 'empty_change' },
  // A field that isn't known is told of instead.
  when: ({ issues }) => issues.length === 0,
});
