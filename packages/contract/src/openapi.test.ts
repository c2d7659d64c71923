import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { openApiDocument } from './openapi.ts';
import { routes } from './routes.ts';

void test('the document is valid OpenAPI 3.1 and has every route', async () => {
  const document = openApiDocument('https://hub.example.org');
  const result = await new Validator().validate(document);
  assert.deepEqual(result.errors ?? [], []);
  assert.equal(result.valid, true);
  const operations = Object.values(document['paths'] as Record<string, object>).flatMap((path) =>
    Object.values(path),
  );
  assert.equal(operations.length, routes.length);
});
