import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { namesVersion, versionTag } from './if-match.ts';

test('a tag, a list of tags and a star name the version', () => {
  for (const header of [
    '"7"',
    ' "7" ',
    '"6", "7"',
    '"7","6"',
    ',, "7" ,',
    '"a,b", "7"',
    '*',
    ' * ',
    '"", "7"',
  ]) {
    assert.ok(namesVersion(header, 7), header);
  }
});

test('other versions, weak tags and what is no list name nothing', () => {
  const others = ['', ' ', ',', '"8"', '"77"', '"07"', 'W/"7"', 'W/"7", "8"', '"*"', '""'];
  const garbage = [
    '7',
    '"7',
    '7"',
    '"7" "7"',
    '"7", *',
    '*, "7"',
    '"7", x',
    'w/"7"',
    '"7"W/',
    "'7'",
    '"7";q=1',
  ];
  for (const header of [...others, ...garbage]) assert.ok(!namesVersion(header, 7), header);
});

test('whatever tags stand around it, a version is found by its own', () => {
  const opaque = fc.string({ unit: fc.constantFrom('a', '7', ',', ' ', '\\', '*', '/', 'é') });
  const tag = fc.tuple(
    fc.boolean(),
    opaque.map((text) => text.replaceAll(' ', '')),
  );
  fc.assert(
    fc.property(fc.array(tag), fc.nat(), (tags, version) => {
      const header = tags.map(([isWeak, text]) => `${isWeak ? 'W/' : ''}"${text}"`).join(', ');
      const isThere = tags.some(([isWeak, text]) => !isWeak && text === String(version));
      assert.equal(namesVersion(header, version), isThere);
      assert.ok(namesVersion([header, versionTag(version)].filter(Boolean).join(' ,'), version));
    }),
  );
});
