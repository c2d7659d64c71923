import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLog } from './log.ts';

test('an error is logged by its kind and place, without its message, whatever the message looks like', () => {
  const lines: string[] = [];
  const log = createLog((line) => lines.push(line), Date.now);
  log.failure(new TypeError('Bad title\n    at 2417 Quillfeather Avenue\n    at home'));
  const [line = ''] = lines;
  assert.match(line, /"error":"TypeError"/);
  assert.match(line, /log\.test\.ts/);
  assert.doesNotMatch(line, /Quillfeather|Bad title|at home/);
});
