import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { openApiDocument } from './openapi.ts';
import { feeds, routes } from './routes.ts';
import * as z from './zod.ts';

void test('the document is valid OpenAPI 3.1 and has every route', async () => {
  const document = openApiDocument('https://hub.example.org');
  const result = await new Validator().validate(document);
  assert.deepEqual(result.errors ?? [], []);
  assert.equal(result.valid, true);
  const operations = Object.values(document['paths'] as Record<string, object>).flatMap((path) =>
    Object.values(path),
  );
  assert.equal(operations.length, routes.length + feeds.length);
});

const Operation = z.object({
  parameters: z.optional(z.array(z.object({ name: z.string(), in: z.string(), required: z.boolean() }))),
  requestBody: z.optional(
    z.object({
      content: z.record(
        z.string(),
        z.object({ schema: z.object({ additionalProperties: z.optional(z.boolean()) }) }),
      ),
    }),
  ),
  responses: z.record(z.string(), z.unknown()),
});

void test('a change tells its headers and what stands against it', () => {
  const { paths } = z
    .object({ paths: z.record(z.string(), z.record(z.string(), Operation)) })
    .parse(openApiDocument('https://hub.example.org'));
  for (const kind of ['attendances', 'events']) {
    const { parameters, requestBody, responses } = paths[`/v1/manage/${kind}/{id}`]?.['patch'] ?? {};
    const headers = parameters?.filter((parameter) => parameter.in === 'header');
    assert.deepEqual(
      headers?.map(({ name, required }) => [name, required]),
      [
        ['Idempotency-Key', false],
        ['If-Match', true],
      ],
    );
    assert.equal(requestBody?.content['application/json']?.schema.additionalProperties, false);
    for (const status of ['200', '401', '404', '409', '412', '422', '428'])
      assert.ok(responses?.[status], status);
  }
});
