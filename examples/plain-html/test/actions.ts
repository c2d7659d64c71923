import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { HubProcess } from './hub-process.ts';

/** Searches on the map of a page, takes the first suggestion and waits for the answer. */
export async function search(page: Page, words: string): Promise<Locator> {
  const map = page.locator('huddle-map');
  await map.getByRole('combobox', { name: 'Find events near' }).fill(words);
  await map.getByRole('option').filter({ hasText: words }).first().click();
  await map
    .getByRole('status')
    .filter({ hasText: /events? within .*/ })
    .waitFor();
  return map;
}

/** RSVPs to the first event of the list that takes one, with guests, and waits for the confirmation. */
export async function rsvp(
  page: Page,
  person: { givenName: string; familyName: string; email: string; guests: number },
): Promise<void> {
  const list = page.locator('huddle-map').getByRole('listitem');
  await list.getByRole('button', { name: /^RSVP/ }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('First name').fill(person.givenName);
  await dialog.getByLabel('Last name').fill(person.familyName);
  await dialog.getByLabel('E-mail', { exact: true }).fill(person.email);
  for (let guest = 0; guest < person.guests; guest++) {
    await dialog.getByRole('button', { name: 'One guest more' }).click();
  }
  const commitment = dialog.getByRole('checkbox', { name: /without violence/ });
  if ((await commitment.count()) > 0) await commitment.check();
  await dialog.getByRole('button', { name: /I’m coming/ }).click();
  await dialog.getByText(`You’re coming, ${person.givenName}`).waitFor();
  await dialog.getByRole('button', { name: 'Done' }).click();
}

/** Guests and status of every attendance in the hub's database, the newest first. */
export function attendanceRows({ dataFolder }: HubProcess): unknown[] {
  const database = new DatabaseSync(join(dataFolder, 'hub.sqlite'), { readOnly: true });
  try {
    const rows = database.prepare('select guests, status from attendances order by created_at desc').all();
    return rows.map((row) => ({ ...row }));
  } finally {
    database.close();
  }
}
