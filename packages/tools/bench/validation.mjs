import { EventPage, fits } from '@huddlekit/contract';
import { manyEvents } from './events.mjs';
import { interleave } from './measure.mjs';

/** Reading 10,000 events: parsed alone, parsed and validated as the SDK does, and parsed by the schema itself. */
export function measureValidation() {
  const text = JSON.stringify({ data: manyEvents(10_000), next: null });
  const readers = {
    'JSON.parse alone': () => JSON.parse(text),
    'parse + validate (SDK)': () => {
      if (!fits(EventPage, JSON.parse(text))) throw new Error('The events don’t fit the contract');
    },
    'parse + zod’s own parse': () => EventPage.parse(JSON.parse(text)),
  };
  return interleave(readers, { rounds: 15, warmUp: 3 });
}
