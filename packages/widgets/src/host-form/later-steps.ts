// What comes after the first step: it loads while that one is filled in.
export { createHostClient } from '@huddlekit/sdk/host';
export { eventInput, faultAt } from './host-input.ts';
export { renderCheckStep } from './step-check.ts';
export { renderSizeStep } from './step-size.ts';
export { renderWhenStep } from './step-when.ts';
export { renderWhereStep } from './step-where.ts';
