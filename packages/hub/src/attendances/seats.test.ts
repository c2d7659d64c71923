import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AttendanceInput } from '@huddlekit/contract';
import fc from 'fast-check';
import { addEvent, newKey, rsvpTo, startTestHub } from '../server/test-hub.test-helper.ts';

interface Party {
  readonly id: string;
  readonly size: number;
  readonly status: 'confirmed' | 'waitlisted';
}

/** The rules in their plainest form: a party comes whole, and nobody overtakes. */
class Model {
  readonly capacity: number;
  parties: Party[] = [];

  constructor(capacity: number) {
    this.capacity = capacity;
  }

  get taken(): number {
    return this.parties.reduce((sum, { status, size }) => sum + (status === 'confirmed' ? size : 0), 0);
  }

  add(id: string, size: number): void {
    this.parties.push({ id, size, status: 'waitlisted' });
    this.settle();
  }

  remove(index: number): Party | undefined {
    const [party] = this.parties.splice(index, 1);
    this.settle();
    return party;
  }

  settle(): void {
    for (const [index, party] of this.parties.entries()) {
      if (party.status === 'confirmed') continue;
      if (this.taken + party.size > this.capacity) return;
      this.parties[index] = { ...party, status: 'confirmed' };
    }
  }
}

const step = fc.oneof(
  fc.record({ act: fc.constant('come' as const), guests: fc.nat(4) }),
  fc.record({ act: fc.constant('cancel' as const), who: fc.nat(30) }),
);

test('whatever the order of coming and cancelling, seats and line follow the rules', async () => {
  await using server = await startTestHub();
  const { hub } = server;
  let run = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 8 }),
      fc.array(step, { maxLength: 25 }),
      async (capacity, steps) => {
        run += 1;
        const event = await addEvent(hub, `run-${String(run)}`, { capacity });
        const model = new Model(capacity);
        for (const [index, { act, ...rest }] of steps.entries()) {
          if (act === 'come' && 'guests' in rest) {
            const { guests } = rest;
            const request = AttendanceInput.parse(rsvpTo(event, `p${String(index)}@example.org`, { guests }));
            const { attendances } = await hub.attendances.create(event.id, request, newKey());
            model.add(attendances[0]?.id ?? '', 1 + guests);
            const expected = model.parties.at(-1);
            assert.equal(attendances[0]?.status, expected?.status);
          } else if ('who' in rest && model.parties.length > 0) {
            const party = model.remove(rest.who % model.parties.length);
            await hub.attendances.cancel(party?.id ?? '');
          }
        }
        const waiting = model.parties.filter(({ status }) => status === 'waitlisted');
        for (const { id, status } of model.parties) {
          const managed = await hub.attendances.managed(id);
          assert.equal(managed?.status, status);
          const place = waiting.findIndex((party) => party.id === id) + 1;
          assert.equal(managed.waitlistPlace, place === 0 ? null : place);
        }
        const slot = await hub.storage.read
          .selectFrom('timeslots')
          .selectAll()
          .where('eventId', '=', event.id)
          .executeTakeFirstOrThrow();
        assert.equal(slot.taken, model.taken);
        assert.ok(slot.taken <= capacity);
        assert.equal(slot.waiting, waiting.length);
      },
    ),
    { numRuns: 40 },
  );
});
