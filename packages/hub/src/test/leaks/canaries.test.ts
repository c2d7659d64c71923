import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { AttendanceReceipt } from '@huddlekit/contract';
import { homeEvent, patch, post, rsvpTo } from '../../server/test-hub.test-helper.ts';
import { canaries, canariesIn, type CanaryName } from './canaries.ts';
import { runHub, type RunningHub } from './running-hub.ts';

let running: RunningHub;
let eventId = '';
before(async () => {
  running = await runHub();
  eventId = await live(running);
});
after(() => running[Symbol.asyncDispose]());

/** A host and guests do all they can, also what is refused. Answers the id of the event. */
async function live({ url, beside }: RunningHub): Promise<string> {
  const { key } = await beside.review.keys.add('organization', 'Lakefront');
  const headers = { authorization: `Bearer ${key}` };
  const form = homeEvent(Date.now(), {
    title: 'Lantern supper',
    capacity: 1,
    host: {
      givenName: 'Rosa',
      familyName: canaries.hostFamilyName,
      email: canaries.hostEmail,
      phone: canaries.hostPhone,
    },
    coHosts: [{ name: canaries.coHostName, email: canaries.coHostEmail }],
  });
  const location = { ...form.location, addressLines: [canaries.street], venue: canaries.venue };
  const { body } = await post(`${url}/v1/events`, { ...form, location }, headers);
  const id = String(body['id']);
  await post(`${url}/v1/events`, { ...form, location, title: '', timezone: canaries.street }, headers);
  await post(
    `${url}/v1/events`,
    `{"host": "${canaries.hostEmail}", "street": "${canaries.street}" oops`,
    headers,
  );
  await fetch(`${url}/v1/places?q=${encodeURIComponent(canaries.street)}`);
  await fetch(`${url}/${encodeURIComponent(canaries.street)}?mail=${canaries.guestEmail}`);
  await fetch(`${url}/v1/events?cursor=${encodeURIComponent(canaries.guestEmail)}`);
  await beside.events.verify(id);
  await beside.events.approve(id, 'moderator');

  const event = await beside.events.get(id);
  assert.ok(event);
  const person = {
    givenName: canaries.guestGivenName,
    familyName: canaries.guestFamilyName,
    email: canaries.guestEmail,
    phone: canaries.guestPhone,
  };
  const request = rsvpTo(event, '', { person, accessNeeds: canaries.guestNeeds });
  const coming = `${url}/v1/events/${id}/attendances`;
  const receipt = AttendanceReceipt.parse((await post(coming, request, headers)).body);
  await post(coming, request, headers);
  await post(coming, { ...request, guests: 99 }, headers);
  await post(coming, rsvpTo(event, canaries.strangerEmail), headers);
  const guestToken = receipt.manageUrl.split('/').at(-1) ?? '';
  const attendance = `${url}/v1/manage/attendances/${receipt.attendances[0]?.id ?? ''}`;
  await patch(attendance, guestToken, 1, { accessNeeds: `${canaries.guestNeeds}!` });
  await fetch(`${url}/manage/${beside.tokens.sign('attendance-mail', receipt.attendances[0]?.id ?? '', 1)}`);

  const hostToken = beside.tokens.sign('event', id, 1);
  const managed = `${url}/v1/manage/events/${id}`;
  await fetch(`${url}/manage/${hostToken}`);
  const change = { location: { ...location, addressLines: [canaries.nextStreet] } };
  assert.equal((await patch(managed, hostToken, '*', change)).status, 200);
  await patch(managed, hostToken, '*', { location: { ...change.location, locality: 7 } });
  const press = async (page: string, form: Record<string, string>): Promise<number> => {
    const body = new URLSearchParams(form);
    const path = `${url}/manage/${hostToken}/${page}`;
    return (
      await fetch(path, {
        ...{ method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } },
        ...{ body, redirect: 'manual' },
      })
    ).status;
  };
  const invitation = { name: canaries.invitedName, email: canaries.invitedEmail };
  const message = { message: canaries.messageToGuests };
  assert.equal(await press('co-hosts', { act: 'invite', ...invitation }), 303);
  assert.equal(await press('co-hosts', { act: 'invite', ...invitation }), 422);
  assert.equal(await press('message', { act: 'preview', ...message }), 200);
  assert.equal(await press('message', { act: 'send', ...message }), 303);
  assert.equal(await press('edit', { act: 'save', street: canaries.street, title: '' }), 422);
  for (const page of ['edit', 'guests', 'co-hosts', 'message', 'cancel', 'link'])
    assert.equal((await fetch(`${url}/manage/${hostToken}/${page}`)).status, 200, page);
  return id;
}

/** The files of the data folder but the keys, which live apart from every copy. */
function dataFiles(): string[] {
  return readdirSync(running.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'keys.json')
    .map(({ parentPath, name }) => join(parentPath, name));
}

function inFiles(files: readonly string[]): CanaryName[] {
  return [...new Set(files.flatMap((file) => canariesIn(readFileSync(file))))];
}

test('what people typed stands readable in no file: database, log of writes, shared memory', () => {
  const files = dataFiles();
  for (const end of ['hub.sqlite', 'hub.sqlite-wal', 'hub.sqlite-shm'])
    assert.ok(
      files.some((file) => file.endsWith(end)),
      end,
    );
  assert.ok(
    files.some((file) => readFileSync(file).includes('Lantern supper')),
    'what is public is found, so the look goes deep enough',
  );
  assert.deepEqual(inFiles(files), []);
});

test('a copy of the database tells nothing either, nor do mails that wait', async () => {
  const copy = join(running.folder, 'copy.sqlite');
  const database = new DatabaseSync(join(running.folder, 'hub.sqlite'));
  database.exec(`vacuum into '${copy}'`);
  const { waiting } = database.prepare("select count(*) waiting from outbox where sealed <> ''").get() as {
    waiting: number;
  };
  database.close();
  assert.ok(waiting >= 4);
  assert.deepEqual(inFiles([copy]), []);
});

test('the log tells nothing, also of what failed', async () => {
  // The mail server doesn't answer, which the hub finds when it sends.
  while (!running.printed().includes('"event":"delivery"')) await delay(50);
  const printed = running.printed();
  assert.match(printed, /"event":"request"/);
  assert.match(printed, /"event":"delivery"/);
  assert.deepEqual(canariesIn(printed), []);
});

test('no public answer holds any of it', async () => {
  for (const path of [
    '/',
    '/host',
    '/privacy',
    '/v1/campaign',
    '/v1/events',
    `/v1/events?q=${encodeURIComponent('quillfeather')}`,
    '/v1/pins',
    '/v1/counts',
    '/v1/trainings',
    '/feeds/events.ics',
    '/feeds/events.geojson',
    '/feeds/events.json',
    `/v1/events/${eventId}`,
    `/v1/events/${eventId}/calendar.ics`,
    `/e/${eventId}`,
    '/openapi.json',
  ]) {
    const answer = await fetch(running.url + path);
    assert.equal(answer.status, 200, path);
    const { headers } = answer;
    assert.deepEqual(canariesIn(JSON.stringify([...headers]) + (await answer.text())), [], path);
  }
});

test('a plain copy in a column that isn’t sealed is found', async () => {
  await running.beside.storage.write((transaction) =>
    transaction
      .updateTable('events')
      .set({ reviewMessage: `lives at ${canaries.street}` })
      .where('id', '=', eventId)
      .execute(),
  );
  assert.deepEqual(inFiles(dataFiles()), ['street'], 'so the tests above have teeth');
});
