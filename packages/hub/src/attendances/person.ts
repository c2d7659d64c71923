import { z } from '@huddlekit/contract';
import type { Vault } from '../privacy/vault.ts';
import type { AttendanceRow } from '../storage/schema.ts';

/** A person who comes, opened. */
const Person = z.object({
  givenName: z.string(),
  familyName: z.optional(z.string()),
  email: z.string(),
  phone: z.optional(z.string()),
  postalCode: z.optional(z.string()),
  accessNeeds: z.optional(z.string()),
  /** Where an echo stands by its own links; see `echo.ts`. */
  echo: z.optional(z.object({ status: z.string() })),
});
export type Person = z.infer<typeof Person>;

/** Seals what a person typed, bound to the attendance. */
export function sealPerson(vault: Vault, attendanceId: string, person: Person): string {
  return vault.seal(person, `attendance:${attendanceId}`);
}

export function openPerson(vault: Vault, { id, sealed }: Pick<AttendanceRow, 'id' | 'sealed'>): Person {
  return Person.parse(vault.open(sealed, `attendance:${id}`));
}
