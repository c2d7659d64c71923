import type { ActionNetworkAttendance } from './event.ts';
import { wholeSeconds } from './event-of.ts';
import { uuidOf } from './uuid.ts';

/** Who came, by event. A person is known by e-mail or phone and comes once to an event. */
export interface Attendances {
  of(eventId: string): ActionNetworkAttendance[];
  /** The attendance that a POST makes or replaces, or undefined where it isn't accepted. */
  record(eventId: string, request: Request): Promise<ActionNetworkAttendance | undefined>;
}

export function attendancesOf(now: () => number): Attendances {
  const kept = new Map<string, ActionNetworkAttendance>();
  const people = new Map<string, string>();

  function personAt(contact: string): string {
    const known = people.get(contact) ?? uuidOf(4, people.size + 1);
    people.set(contact, known);
    return known;
  }

  return {
    of: (eventId) =>
      [...kept.values()].filter((attendance) => attendance['action_network:event_id'] === eventId),
    async record(eventId, request) {
      const content = await contentOf(request);
      const contact = contactIn(content);
      if (contact === undefined) return undefined;
      const personId = personAt(contact);
      const key = `${eventId} ${personId}`;
      const earlier = kept.get(key);
      const moment = wholeSeconds(now());
      const attendance: ActionNetworkAttendance = {
        identifiers: earlier?.identifiers ?? [`action_network:${uuidOf(5, kept.size + 1)}`],
        created_date: earlier?.created_date ?? moment,
        modified_date: moment,
        status: 'accepted',
        'action_network:person_id': personId,
        'action_network:event_id': eventId,
        'action_network:referrer_data': recordIn(content, 'action_network:referrer_data'),
      };
      kept.set(key, attendance);
      return attendance;
    },
  };
}

async function contentOf(request: Request): Promise<unknown> {
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) return undefined;
  try {
    return await request.json();
  } catch {
    return undefined;
  }
}

/** The e-mail or else the phone by which the platform knows a person; one of them is needed. */
function contactIn(content: unknown): string | undefined {
  const person = recordIn(content, 'person');
  const email = firstIn(person, 'email_addresses', 'address');
  if (email !== undefined && email.includes('@')) return email.trim().toLowerCase();
  const digits = firstIn(person, 'phone_numbers', 'number')?.replace(/\D/g, '');
  return digits === '' ? undefined : digits;
}

function firstIn(
  person: Readonly<Record<string, unknown>>,
  list: string,
  member: string,
): string | undefined {
  const value = recordIn(recordIn(person, list), '0')[member];
  return typeof value === 'string' ? value : undefined;
}

function recordIn(content: unknown, member: string): Readonly<Record<string, unknown>> {
  const value: unknown =
    typeof content === 'object' && content !== null ? Reflect.get(content, member) : undefined;
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
