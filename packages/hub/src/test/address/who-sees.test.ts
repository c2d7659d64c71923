import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { lookAround } from './who-sees.ts';
import { lookEverywhere, whoSeesPage } from './who-sees-table.ts';

const page = new URL('../../../../../docs/who-sees-the-address.md', import.meta.url);
/** To whom an address is never shown, whatever the rule and the state. */
const never = [
  'visitor',
  'moderator',
  'guest, mailbox unconfirmed',
  'guest, waitlisted',
  'guest, cancelled',
  'co-host, invited',
  'host of another event',
  'guest of another event',
];

const found = await lookEverywhere();

test('the page of the documentation says what the hub shows', () => {
  assert.equal(
    whoSeesPage(found),
    readFileSync(page, 'utf8'),
    'npm run prove:address -- --write makes it anew',
  );
});

test('no rule and no state shows the address to any but the host and confirmed guests', () => {
  for (const [release, states] of found) {
    for (const [state, sightings] of states.entries()) {
      for (const { role, surface, sight } of sightings) {
        const told = `${release}, state ${String(state)}: ${role}, ${surface}`;
        if (never.includes(role)) assert.ok(['no', 'none'].includes(sight), told);
        if (role.startsWith('guest')) assert.ok(!['new', 'both'].includes(sight), told);
      }
      const host = sightings.find(({ surface }) => surface === 'manage page');
      assert.ok(host && ['old', 'both'].includes(host.sight));
    }
  }
});

test('without its rule the address goes to who waits', async () => {
  const sightings = await lookAround('24h', 'public, 2 days before', { addressRule: 'unchecked' });
  const seen = sightings.filter(({ sight }) => sight === 'old').map(({ role }) => role);
  assert.ok(seen.includes('guest, waitlisted'), 'so the tests above have teeth');
});
