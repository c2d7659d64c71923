import assert from 'node:assert/strict';
import { AttendanceInput } from '@huddlekit/contract';
import fc from 'fast-check';
import { newKey, publishEvent, rsvpTo, startTestHub } from '../../server/test-hub.test-helper.ts';
import { ProblemError } from '../../server/problem-error.ts';

interface Party {
  readonly id: string;
  /** Which of the two timeslots. */
  readonly slot: number;
  readonly size: number;
  readonly status: 'confirmed' | 'unconfirmed' | 'waitlisted';
}

/**
 * The rules in their plainest form: a party comes whole and is no larger than all seats, nobody overtakes but a party
 * that became larger than them, and who moves up must say yes in time.
 */
class Model {
  readonly capacities: number[];
  parties: Party[] = [];

  constructor(capacities: number[]) {
    this.capacities = capacities;
  }

  taken(slot: number): number {
    const seated = this.parties.filter((party) => party.slot === slot && party.status !== 'waitlisted');
    return seated.reduce((sum, { size }) => sum + size, 0);
  }

  waiting(slot: number): Party[] {
    return this.parties.filter((party) => party.slot === slot && party.status === 'waitlisted');
  }

  hasSeats(slot: number, seats: number): boolean {
    return this.waiting(slot).length === 0 && this.taken(slot) + seats <= (this.capacities[slot] ?? 0);
  }

  /** Whether a party is no larger than all seats: else it could only wait for good. */
  fits(slot: number, size: number): boolean {
    return size <= (this.capacities[slot] ?? 0);
  }

  /** Answers how it came in. Who waits behind parties that don't fit any more is offered what is free. */
  add(id: string, slot: number, size: number): Party['status'] {
    const status = this.hasSeats(slot, size) ? 'confirmed' : 'waitlisted';
    this.parties.push({ id, slot, size, status });
    this.settle(slot);
    return status;
  }

  remove(index: number): void {
    const [party] = this.parties.splice(index, 1);
    if (party) this.settle(party.slot);
  }

  /** Answers whether the party finds its seats. */
  resize(index: number, size: number): boolean {
    const party = this.parties[index];
    if (!party) return false;
    const more = size - party.size;
    if (more > 0 && !this.fits(party.slot, size)) return false;
    if (party.status !== 'waitlisted' && more > 0 && !this.hasSeats(party.slot, more)) return false;
    this.parties[index] = { ...party, size };
    this.settle(party.slot);
    return true;
  }

  move(index: number): boolean {
    const party = this.parties[index];
    if (!party) return false;
    const slot = 1 - party.slot;
    if (!this.hasSeats(slot, party.size)) return false;
    const status = party.status === 'unconfirmed' ? 'unconfirmed' : 'confirmed';
    this.parties[index] = { ...party, slot, status };
    this.settle(party.slot);
    return true;
  }

  confirm(index: number): void {
    const party = this.parties[index];
    if (party?.status === 'unconfirmed') this.parties[index] = { ...party, status: 'confirmed' };
  }

  /** A day passes: whoever moved up and said nothing is out. */
  expire(): void {
    this.parties = this.parties.filter(({ status }) => status !== 'unconfirmed');
    this.settle(0);
    this.settle(1);
  }

  /** Fewer seats throw nobody out. */
  changeCapacity(slot: number, capacity: number): void {
    this.capacities[slot] = capacity;
    this.settle(slot);
  }

  settle(slot: number): void {
    for (const [index, party] of this.parties.entries()) {
      if (party.slot !== slot || party.status !== 'waitlisted' || !this.fits(slot, party.size)) continue;
      if (this.taken(slot) + party.size > (this.capacities[slot] ?? 0)) return;
      this.parties[index] = { ...party, status: 'unconfirmed' };
    }
  }
}

/** Whether a party was refused as larger than all seats. */
function isTooBig(error: unknown): boolean {
  return error instanceof ProblemError && error.errors.some(({ code }) => code === 'too_big');
}

const day = 86_400_000;
const capacity = fc.integer({ min: 1, max: 8 });
const who = fc.nat(30);
const guests = fc.nat(4);
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ act: fc.constant('come' as const), slot: fc.nat(1), guests }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('resize' as const), who, guests }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('move' as const), who }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('cancel' as const), who }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('confirm' as const), who }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('expire' as const), who }) },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('capacity' as const), slot: fc.nat(1), capacity }),
  },
);

/**
 * Plays random histories of one event on a real hub and holds each against the model.
 * @throws Error with the shortest history that breaks a rule
 */
export async function playHistories({ runs, seed }: { runs: number; seed?: number }): Promise<void> {
  let now = Date.now();
  await using server = await startTestHub({ now: () => now });
  const { hub } = server;
  let run = 0;

  /** Whether a change holds; it may fail for want of seats alone. */
  async function holds(id: string, change: { guests?: number; timeslotId?: string }): Promise<boolean> {
    try {
      await hub.attendances.change(id, change, { ifMatch: '*', key: '' });
      return true;
    } catch (error) {
      assert.ok((error instanceof ProblemError && error.code === 'timeslot_full') || isTooBig(error));
      return false;
    }
  }

  await fc.assert(
    fc.asyncProperty(
      fc.tuple(capacity, capacity),
      fc.array(step, { maxLength: 25 }),
      async (capacities, steps) => {
        run += 1;
        const first = hub.now() + 7 * day;
        const timeslots = capacities.map((seats, index) => {
          const startDate = new Date(first + index * day).toISOString();
          return { startDate, capacity: seats };
        });
        const host = { givenName: 'Rosa', email: `host${String(run)}@example.org` };
        const event = await hub.events.get(await publishEvent(server, { timeslots, host }));
        assert.ok(event);
        const ids = event.timeslots.map(({ id }) => id);
        const model = new Model([...capacities]);
        for (const [index, asked] of steps.entries()) {
          if (asked.act === 'come') {
            const timeslotIds = [ids[asked.slot] ?? ''];
            const email = `p${String(index)}@example.org`;
            const request = AttendanceInput.parse(
              rsvpTo(event, email, { guests: asked.guests, timeslotIds }),
            );
            const coming = hub.attendances.create(event.id, request, newKey());
            if (!model.fits(asked.slot, 1 + asked.guests)) {
              await assert.rejects(coming, isTooBig);
              continue;
            }
            const [attendance] = (await coming).attendances;
            assert.equal(attendance?.status, model.add(attendance?.id ?? '', asked.slot, 1 + asked.guests));
            continue;
          }
          if (asked.act === 'expire') {
            // Close to the start nobody is asked any more.
            if (now + 3 * day > first) continue;
            now += day + 1;
            await hub.attendances.expire();
            model.expire();
            continue;
          }
          if (asked.act === 'capacity') {
            model.changeCapacity(asked.slot, asked.capacity);
            const slots = ids.map((id, at) => ({
              id,
              ...(at === asked.slot && { capacity: asked.capacity }),
            }));
            const terms = { ifMatch: '*', key: '', actor: 'host' };
            await hub.events.change(event.id, { timeslots: slots }, terms);
            continue;
          }
          const chosen = asked.who % (model.parties.length || 1);
          const party = model.parties[chosen];
          if (!party) continue;
          if (asked.act === 'confirm') {
            const answer = await hub.attendances.confirm(party.id);
            model.confirm(chosen);
            assert.equal(answer, model.parties[chosen]?.status);
          } else if (asked.act === 'cancel') {
            model.remove(chosen);
            await hub.attendances.cancel(party.id);
          } else if (asked.act === 'resize') {
            const isSeated = await holds(party.id, { guests: asked.guests });
            assert.equal(isSeated, model.resize(chosen, 1 + asked.guests));
          } else {
            const isSeated = await holds(party.id, { timeslotId: ids[1 - party.slot] ?? '' });
            assert.equal(isSeated, model.move(chosen));
          }
        }

        for (const { id, slot, size, status } of model.parties) {
          const managed = await hub.attendances.managed(id);
          assert.deepEqual(
            [managed?.status, managed?.timeslotId, managed?.guests],
            [status, ids[slot], size - 1],
          );
          const place = model.waiting(slot).findIndex((party) => party.id === id) + 1;
          assert.equal(managed?.waitlistPlace, place === 0 ? null : place);
        }
        for (const slot of capacities.keys()) {
          const row = await hub.storage.read
            .selectFrom('timeslots')
            .selectAll()
            .where('id', '=', ids[slot] ?? '')
            .executeTakeFirstOrThrow();
          assert.equal(row.taken, model.taken(slot));
          assert.equal(row.capacity, model.capacities[slot]);
          assert.equal(row.waiting, model.waiting(slot).length);
        }
      },
    ),
    { numRuns: runs, ...(seed !== undefined && { seed }) },
  );
}
