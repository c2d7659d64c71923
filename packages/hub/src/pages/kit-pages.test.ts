import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sampleKit } from '../sample/sample-kit.ts';
import { sentMails } from '../test/people.ts';
import { publishEvent, startTestHub, type TestHub } from '../server/test-hub.test-helper.ts';
import { registerPages } from './pages.ts';

const campaign = { slug: 'a', title: 'A', summary: '', organizer: { name: 'A' }, kit: sampleKit };
let server: TestHub;
before(async () => {
  server = await startTestHub({ campaign, pages: registerPages });
});
after(() => server[Symbol.asyncDispose]());

async function get(path: string, { url }: TestHub = server): Promise<{ status: number; text: string }> {
  const answer = await fetch(url + path, { headers: { accept: 'text/html' } });
  return { status: answer.status, text: await answer.text() };
}

function linksIn(text: string): string[] {
  return [...text.matchAll(/href="(\/[^"]*)"/g)].map(([, path = '']) => path.replaceAll('&#38;', '&'));
}

for (const language of ['en', 'es'] as const) {
  test(`every page of the kit is there in ${language}, and every link in it leads somewhere`, async () => {
    const pages = ['/kit', '/kit/all', ...sampleKit.map(({ id }) => `/kit/${id}`)];
    const links = new Set<string>();
    for (const path of pages) {
      const { status, text } = await get(`${path}?lang=${language}`);
      assert.equal(status, 200, path);
      assert.match(text, new RegExp(`<html lang="${language}">`));
      for (const link of linksIn(text)) links.add(link);
    }
    for (const { id, title } of sampleKit) {
      assert.ok(links.has(`/kit/${id}?lang=${language}`), id);
      assert.ok(
        (await get(`/kit/all?lang=${language}`)).text.includes(title[language].replaceAll("'", '&#39;')),
      );
    }
    for (const link of links) assert.equal((await get(link)).status, 200, link);
  });
}

test('a text of the kit is Markdown: HTML stays text, links of other kinds are none', async () => {
  const text =
    '<b>no</b> [a](javascript:alert(1)) [b](//evil.example) [c](/\\evil.example) [d](/host) [e](https://example.org/)';
  await using hub = await startTestHub({
    campaign: { ...campaign, kit: [{ id: 'one', title: '<i>One</i>', lead: '"', text }] },
    pages: registerPages,
  });
  const page = (await get('/kit/one?lang=es', hub)).text;
  assert.match(page, /&lt;b&gt;no&lt;\/b&gt;/);
  assert.match(page, /&#60;i&#62;One/);
  assert.doesNotMatch(page, /href="(javascript|\/\/|\/\\)/);
  assert.match(page, /href="\/host\?lang=es">d<\/a>/);
  assert.match(page, /href="https:\/\/example\.org\/">e<\/a>/);
});

test('the host form, framed too, and each mail to the host lead to the kit', async () => {
  for (const path of ['/host', '/host?embed', '/'])
    assert.match((await get(path)).text, /href="\/kit\?lang=en"/, path);
  const { hub } = server;
  const id = await publishEvent(server);
  await hub.events.change(id, { title: 'Another' }, { ifMatch: '*', key: '' });
  await hub.events.reject(id, 'moderator', 'Why?');
  const mails = await sentMails(server);
  assert.deepEqual(mails.map(({ kind }) => kind).sort(), [
    'change-rejected',
    'event-approved',
    'host-verification',
  ]);
  for (const { kind, message } of mails) {
    assert.match(message.text, /Host kit: http:\/\/localhost:\d+\/kit\n/, kind);
    assert.match(message.html, /\/kit"/, kind);
  }
});

test('from a partner’s frame the links open beside it, so that what was typed stays', async () => {
  const { text } = await get('/host?embed');
  const links = text.match(/<a [^>]*href="\/(?:kit|privacy)[^>]*>/g) ?? [];
  assert.equal(links.length, 2);
  for (const link of links) assert.match(link, /target="_blank" rel="noopener"/);
});

test('without a kit there is none, and the hub’s own guide takes its place', async () => {
  await using hub = await startTestHub({ pages: registerPages });
  for (const path of ['/kit', '/kit/all', '/kit/agenda']) assert.equal((await get(path, hub)).status, 404);
  assert.match((await get('/host', hub)).text, /href="\/guides\/toolkit\?lang=en"/);
});
