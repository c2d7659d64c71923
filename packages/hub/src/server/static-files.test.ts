import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import Fastify, { type FastifyInstance } from 'fastify';
import { serveFiles } from './static-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'huddlekit-public-'));
const code = `export const text = ${JSON.stringify('a'.repeat(5000))};\n`;
let app: FastifyInstance;
let url: URL;

before(async () => {
  mkdirSync(join(folder, 'public', 'chunks'), { recursive: true });
  writeFileSync(join(folder, 'secret.json'), '{}');
  writeFileSync(join(folder, 'public', 'huddlekit.js'), code);
  writeFileSync(join(folder, 'public', 'chunks', 'map-B0a_9-Zx.js'), code);
  writeFileSync(join(folder, 'public', 'chunks', 'old-B0a_9-Zy.js'), code);
  writeFileSync(join(folder, 'public', 'notes.md'), 'not for the web');
  app = Fastify();
  await serveFiles(app, join(folder, 'public'));
  url = new URL(await app.listen({ port: 0, host: '127.0.0.1' }));
});
after(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

/** A request as it is written, with nothing put right by the client. */
async function get(path: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number | undefined; headers: NodeJS.Dict<string | string[]>; body: Buffer }>(
    (resolve, reject) => {
      request({ host: url.hostname, port: url.port, path, headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) });
        });
      })
        .on('error', reject)
        .end();
    },
  );
}

test('the loader is asked for again soon, a hashed chunk never', async () => {
  const loader = await get('/huddlekit.js');
  assert.equal(loader.status, 200);
  assert.equal(loader.body.toString(), code);
  assert.equal(loader.headers['content-type'], 'text/javascript; charset=utf-8');
  assert.equal(loader.headers['cache-control'], 'public, max-age=60, stale-while-revalidate=86400');
  const chunk = await get('/chunks/map-B0a_9-Zx.js');
  assert.equal(chunk.headers['cache-control'], 'public, max-age=31536000, immutable');
  const again = await get('/huddlekit.js', { 'if-none-match': String(loader.headers['etag']) });
  assert.equal(again.status, 304);
  assert.equal(again.body.length, 0);
});

test('a chunk that a new build took away is served on', async () => {
  rmSync(join(folder, 'public', 'chunks', 'old-B0a_9-Zy.js'));
  assert.equal((await get('/chunks/old-B0a_9-Zy.js')).body.toString(), code);
});

test('any site may load them', async () => {
  const { headers } = await get('/huddlekit.js');
  assert.equal(headers['access-control-allow-origin'], '*');
  assert.equal(headers['cross-origin-resource-policy'], 'cross-origin');
});

test('they are sent compressed to who reads that', async () => {
  const zipped = await get('/huddlekit.js', { 'accept-encoding': 'br, gzip;q=0.8' });
  assert.equal(zipped.headers['content-encoding'], 'gzip');
  assert.equal(gunzipSync(zipped.body).toString(), code);
  assert.match(String(zipped.headers['vary']), /accept-encoding/);
  for (const header of ['identity', 'br', 'gzip;q=0', 'gzip; q=0.0']) {
    const plain = await get('/huddlekit.js', { 'accept-encoding': header });
    assert.equal(plain.headers['content-encoding'], undefined, header);
  }
});

test('no path leads to another file', async () => {
  for (const path of [
    '/../secret.json',
    '/..%2fsecret.json',
    '/chunks/../../secret.json',
    '/%2e%2e/secret.json',
    '/huddlekit.js%00.png',
    '/notes.md',
    '/chunks/',
    '//etc/passwd',
  ]) {
    assert.ok([400, 404].includes((await get(path)).status ?? 0), path);
  }
});
