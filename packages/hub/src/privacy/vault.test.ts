import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { loadKeys } from './keys.ts';
import { createTokens, tokenPurposes } from './tokens.ts';
import { createVault } from './vault.ts';

const folder = mkdtempSync(join(tmpdir(), 'huddlekit-keys-'));
const file = join(folder, 'keys.json');
after(() => {
  rmSync(folder, { recursive: true });
});
const keys = loadKeys(folder);
const vault = createVault(keys);
const tokens = createTokens(keys);

test('keys are made once, for the owner’s eyes only', () => {
  assert.equal(statSync(file).mode & 0o777, 0o600);
  const content = readFileSync(file, 'utf8');
  assert.deepEqual(loadKeys(folder), keys);
  assert.equal(readFileSync(file, 'utf8'), content);
  assert.equal(new Set([keys.field, keys.lookup, keys.token].map(String)).size, 3);
});

test('a damaged key file is told, not replaced', () => {
  const other = mkdtempSync(join(tmpdir(), 'huddlekit-keys-'));
  writeFileSync(join(other, 'keys.json'), '{"field":"short"}');
  assert.throws(() => loadKeys(other), /keys\.json is damaged.*backup/s);
  rmSync(other, { recursive: true });
});

test('what is sealed comes back, and only in its own place', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string(), fc.string(), (value, context, other) => {
      const sealed = vault.seal(value, context);
      assert.deepEqual(vault.open(sealed, context), JSON.parse(JSON.stringify(value)));
      assert.notEqual(vault.seal(value, context), sealed);
      if (other !== context) assert.throws(() => vault.open(sealed, other));
    }),
  );
});

test('a changed seal doesn’t open', () => {
  const sealed = Buffer.from(vault.seal({ email: 'ada@example.org' }, 'x'), 'base64url');
  for (let index = 0; index < sealed.length; index++) {
    const changed = Buffer.from(sealed);
    changed[index] = (changed[index] ?? 0) ^ 1;
    assert.throws(() => vault.open(changed.toString('base64url'), 'x'), `byte ${String(index)}`);
  }
});

test('a token gives its parts back, and nothing else is a token', () => {
  const id = fc
    .uint8Array({ minLength: 16, maxLength: 16 })
    .map((bytes) => Buffer.from(bytes).toString('base64url'));
  fc.assert(
    fc.property(
      fc.constantFrom(...tokenPurposes),
      id,
      fc.nat(255),
      fc.string(),
      (purpose, of, version, junk) => {
        const token = tokens.sign(purpose, of, version);
        assert.deepEqual(tokens.read(token), { purpose, id: of, version });
        assert.match(token, /^[\w-]+$/);
        assert.equal(tokens.read(junk), undefined);
        assert.equal(tokens.read(`${token}A`), undefined);
        assert.equal(tokens.read(token.slice(0, -1)), undefined);
        const bytes = Buffer.from(token, 'base64url');
        for (let index = 0; index < bytes.length; index++) {
          const changed = Buffer.from(bytes);
          changed[index] = (changed[index] ?? 0) ^ 4;
          assert.equal(tokens.read(changed.toString('base64url')), undefined);
        }
      },
    ),
    { numRuns: 30 },
  );
});
