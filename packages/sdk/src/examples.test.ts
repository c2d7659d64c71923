import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';
import { startHub } from '@huddlekit/tools/lib/hub.mjs';
import { freeNames } from './test/free-names.ts';
import { hostedEvent, moderatorKey, organizationKey, verifiedEvent } from './test/hosted-event.ts';
import { startOtherSites } from './test/other-sites.ts';
import { compilerOptions, publicFunctions, type PublicFunction } from './test/public-functions.ts';
import { routeFetch } from './test/route-fetch.ts';

const places = new URL('../../hub/data/places.sqlite', import.meta.url);
const skip = existsSync(places) ? false : 'The hub’s data isn’t built: npm run build';
const functions = publicFunctions();

/** What examples take as given, each put before an example that uses its name. */
const given: Record<string, string> = {
  client: `const client = createClient({ hub: 'https://hub.example.org' });`,
  host: `const host = createHostClient({ hub: 'https://hub.example.org' });`,
  event: `const event = (await client.events.page({ hasRoom: 'true', limit: 1 })).data[0]!;`,
  commitments: `const commitments = event.commitments.map(({ id, version }) => ({ id, version }));`,
  person: `const person = { givenName: 'Maribel', email: crypto.randomUUID() + '@example.org' };`,
  receipt: `const receipt = await client.attendances.create(event.id, { timeslotIds: [event.timeslots[0]!.id], person, commitments });`,
  attendance: `const attendance = receipt.attendances[0]!;`,
  token: `const token = receipt.manageUrl.split('/').at(-1)!;`,
  review: `const review = createReviewClient({ hub: 'https://hub.example.org', key: process.env['MODERATOR_KEY']! });`,
  item: `const item = (await review.queue()).data.find(({ status }) => status === 'pending')!;`,
  // Closed in the end, so that no try goes on when the examples are through.
  outbox: `const outbox = createOutbox({ client }); setTimeout(() => { outbox.close(); }, 5_000);`,
  queued: `const queued = outbox.add(event.id, { timeslotIds: [event.timeslots[0]!.id], person, commitments });`,
  hosted: `const { hosted } = globalThis as unknown as { hosted: { id: string; token: string } };`,
};

/** An example as a program: with what it takes as given, and the imports that these need. */
function programOf(example: string, imports: ReadonlyMap<string, string>): string {
  let code = example;
  for (const [name, line] of Object.entries(given).reverse())
    if (freeNames(code).has(name)) code = `${line}\n${code}`;
  const free = freeNames(code);
  const lines = [...imports].filter(([name]) => free.has(name));
  return [...lines.map(([name, entry]) => `import { ${name} } from '${entry}';`), code, 'export {};'].join(
    '\n',
  );
}

void suite('the examples in the documentation', { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'huddlekit-examples-'));
  const files = new Map<PublicFunction, string>();
  let stop = async (): Promise<void> => {};

  before(async () => {
    const hub = await startHub();
    const sites = await startOtherSites();
    stop = async () => {
      await sites[Symbol.asyncDispose]();
      await hub.stop();
    };
    const hosted = await hostedEvent(hub);
    Object.assign(globalThis, { hosted });
    // One for each example that decides.
    for (const name of ['ines', 'jon', 'kim']) await verifiedEvent(hub, name);
    process.env['MODERATOR_KEY'] = await moderatorKey(hub);
    const report = await fetch(`${hub.url}/v1/events/${hosted.id}/reports`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await organizationKey(hub)}`,
      },
      body: JSON.stringify({ reason: 'other', words: 'The porch is next door.' }),
    });
    if (report.status !== 202) throw new Error(`The report was answered with ${String(report.status)}`);
    routeFetch({
      'https://hub.example.org': hub.url,
      'https://chapter.example.org': sites.url,
      'https://api.mobilize.us': sites.url,
    });
    symlinkSync(
      fileURLToPath(new URL('../../../node_modules', import.meta.url)),
      join(folder, 'node_modules'),
    );
    const runtime = new Map<string, Record<string, unknown>>();
    for (const { entry } of functions)
      if (!runtime.has(entry)) runtime.set(entry, (await import(entry)) as Record<string, unknown>);
    for (const [index, documented] of functions.entries()) {
      const order = [...runtime.keys()].filter((entry) => entry !== documented.entry);
      const imports = new Map(
        [...order, documented.entry].flatMap((entry) =>
          Object.keys(runtime.get(entry) ?? {}).map((name) => [name, entry]),
        ),
      );
      const file = join(folder, `${index}.mts`);
      writeFileSync(file, programOf(documented.examples.join('\n'), imports));
      files.set(documented, file);
    }
  });
  after(async () => {
    await stop();
    rmSync(folder, { recursive: true });
  });

  void test('compile as they stand', () => {
    const program = ts.createProgram([...files.values()], compilerOptions);
    const diagnostics = [...files.values()].flatMap((file) =>
      ts.getPreEmitDiagnostics(program, program.getSourceFile(file)),
    );
    const text = ts.formatDiagnostics(diagnostics, {
      getCurrentDirectory: () => folder,
      getCanonicalFileName: (name) => name,
      getNewLine: () => '\n',
    });
    assert.equal(text, '');
  });

  for (const documented of functions) {
    void test(`${documented.entry} ${documented.name}`, async ({ mock }) => {
      const called = documented.name.split('.').at(-1) ?? '';
      assert.ok(documented.examples.length > 0, 'Write an @example');
      for (const example of documented.examples)
        assert.match(example, new RegExp(`\\b${called}\\(`), `The example doesn’t call ${called}`);
      const log = mock.method(console, 'log', () => undefined);
      await import(pathToFileURL(files.get(documented) ?? '').href);
      const shown: readonly unknown[] = log.mock.calls.flatMap(({ arguments: values }) => values);
      assert.ok(!shown.includes(undefined), 'It shows a value that isn’t there');
      const shows = documented.examples.some(
        (code) => code.includes('console.log') && !code.includes('catch'),
      );
      assert.ok(shown.length > 0 || !shows, 'It shows nothing');
    });
  }
});
