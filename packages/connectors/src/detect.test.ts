import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Format } from './convert.ts';
import { detectFormat } from './detect.ts';

void test('a format is told by its content', () => {
  const cases: [string, Format | undefined][] = [
    ['\ufeffBEGIN:VCALENDAR\r\nVERSION:2.0', 'ics'],
    ['title,date\nA,2026-12-05', 'csv'],
    ['sep=;\ntitle;date', 'csv'],
    ['title|date\nA|2026-12-05', 'csv'],
    ['{"type": "FeatureCollection", "features": []}', 'geojson'],
    ['\u001e{"type":"Feature"}\n', 'geojson'],
    ['[{"@type":"Event"}]', 'json-ld'],
    ['<!doctype html><title>x</title>', 'json-ld'],
    ['{"_embedded":{"osdi:events":[]}}', 'osdi'],
    ['{"data":[{"timeslots":[]}]}', 'mobilize'],
    ['{"a":1}', undefined],
    ['words alone', undefined],
    ['', undefined],
    ['PK\u0003\u0004\u0000\u0000a,b', undefined],
  ];
  for (const [text, format] of cases) assert.equal(detectFormat(Buffer.from(text)), format, text);
  assert.equal(detectFormat(Buffer.from('title,date\nA,B', 'utf16le')), 'csv');
});
