import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, suite, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { decodePins } from '@huddlekit/contract/pins';
import { serve } from '@huddlekit/mocks/node';
import { mobilizeServer } from '@huddlekit/mocks/platforms';
import { startHub } from '@huddlekit/tools/lib/hub.mjs';
import type { Client } from './client.ts';
import { createClient } from './create-client.ts';
import { isHuddleError, isNotFoundError, isValidationError } from './errors/guards.ts';
import { createHostClient } from './host.ts';

const packageFolder = new URL('../', import.meta.url);
const places = new URL('../hub/data/places.sqlite', packageFolder);
const skip = existsSync(places) ? false : 'The hub’s data isn’t built: npm run build';

void suite('against a real hub with the sample campaign', { skip }, () => {
  let hub: Awaited<ReturnType<typeof startHub>>;
  let client: Client;

  before(async () => {
    hub = await startHub();
    client = createClient({ hub: hub.url });
  });
  after(() => hub.stop());

  void test('all that visitors read fits the contract', async () => {
    const ids = new Set<string>();
    let pages = 0;
    for await (const { data } of client.events.list({ limit: 100 }).pages()) {
      pages += 1;
      for (const { id } of data) ids.add(id);
    }
    assert.ok(pages > 1 && ids.size > 100);
    assert.ok(decodePins(await client.pins.get()).length > 100);
    const [id = ''] = ids;
    assert.equal((await client.events.get(id)).id, id);
    assert.match(await (await fetch(client.events.calendarUrl(id))).text(), /^BEGIN:VCALENDAR/);
    const { data } = await client.trainings.list();
    assert.equal(data.length, 3);
    assert.equal((await client.trainings.next())?.kind, 'training');
    assert.equal((await client.campaign.get()).isSample, true);
    assert.equal((await client.places.search('94110'))[0]?.locality, 'San Francisco');
  });

  void test('an RSVP sent twice under one key is one; its token sees and cancels it', async () => {
    const [event] = (await client.events.page({ hasRoom: 'true', limit: 1 })).data;
    const slot = event?.timeslots.find(({ isFull }) => !isFull);
    if (!event || !slot) assert.fail('The sample has no event with room');
    const input = {
      timeslotIds: [slot.id],
      person: { givenName: 'Maribel', email: 'maribel@example.org' },
      commitments: event.commitments.map(({ id, version }) => ({ id, version })),
    };
    const options = { idempotencyKey: 'a-key-of-the-page-itself' };
    const receipt = await client.attendances.create(event.id, input, options);
    assert.deepEqual(await client.attendances.create(event.id, input, options), receipt);
    const [attendance] = receipt.attendances;
    const token = receipt.manageUrl.split('/').at(-1) ?? '';
    const own = await client.attendances.get(attendance?.id ?? '', token);
    assert.equal(own.person.givenName, 'Maribel');
    await client.attendances.cancel(own.id, token);
    assert.equal((await client.attendances.get(own.id, token)).status, 'cancelled');
  });

  void test('refusals are typed', async () => {
    const nowhere = 'AAAAAAAAAAAAAAAAAAAAAA';
    await assert.rejects(client.events.get(nowhere), isNotFoundError);
    await assert.rejects(client.events.page({ near: 'Chicago' }), isValidationError);
    await assert.rejects(
      client.attendances.get(nowhere, 'no-token'),
      (error: unknown) => isHuddleError(error) && error.code === 'unauthorized' && !!error.requestId,
    );
    const person = { givenName: '', email: 'maribel' };
    const call = client.attendances.create(nowhere, { timeslotIds: [nowhere], person });
    await assert.rejects(call, (error: unknown) => {
      assert.ok(isValidationError(error));
      const pointers = error.fields.map(({ pointer }) => pointer).sort();
      assert.deepEqual(pointers, ['/person/email', '/person/givenName']);
      return true;
    });
  });

  void test('a host’s event waits for its review', async () => {
    const host = createHostClient({ hub: hub.url });
    const { commitments } = await client.campaign.get();
    const { id, status } = await host.events.create({
      kind: 'huddle',
      title: 'Soup and signs',
      timezone: 'America/Chicago',
      timeslots: [{ startDate: new Date(Date.now() + 86_400_000).toISOString() }],
      location: { kind: 'home', addressLines: ['2417 Quillfeather Avenue'], postalCode: '60647' },
      host: { givenName: 'Rosa', email: 'rosa@example.org' },
      commitments: commitments.map(({ id, version }) => ({ id, version })),
    });
    assert.equal(status, 'pending');
    await assert.rejects(client.events.get(id), isNotFoundError);
  });

  void test('the README’s examples run as they stand', async () => {
    const readme = readFileSync(new URL('README.md', packageFolder), 'utf8');
    const examples = [...readme.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code = '']) => code);
    assert.equal(examples.length, 3);
    const [event] = (await client.events.page({ limit: 1 })).data;
    await using mobilize = await servedMobilize();
    const run = async (code: string): Promise<string> => {
      const script = code
        .replaceAll('https://hub.example.org', hub.url)
        .replace('https://chapters.example.org/calendar.ics', client.events.calendarUrl(event?.id ?? ''))
        .replace('organizationId: 1234', `organizationId: 4242, api: '${mobilize.url}/v1'`);
      const args = ['--conditions=@huddlekit/source', '--input-type=module-typescript', '--eval', script];
      const cwd = fileURLToPath(packageFolder);
      return (await promisify(execFile)(process.execPath, args, { cwd })).stdout;
    };
    const [list = '', rsvp = '', merged = ''] = await Promise.all(examples.map(run));
    assert.match(list, /\d{4}-\d\d-\d\dT/);
    assert.match(rsvp, /^confirmed http/);
    assert.match(merged, / (native|link|none) \d$/m);
  });
});

async function servedMobilize(): Promise<AsyncDisposable & { readonly url: string }> {
  const { url, close } = await serve(mobilizeServer());
  return { url, [Symbol.asyncDispose]: close };
}
