import { proofHeader } from './challenge.ts';
import { Problem, problemStatus } from './problem.ts';
import { feeds, routes, type Route } from './routes.ts';
import * as z from './zod.ts';

type Json = Record<string, unknown>;

/** The whole wire as an OpenAPI 3.1 document. `server` is the hub's base URL. */
export function openApiDocument(server: string): Json {
  const paths: Record<string, Json> = {};
  for (const route of [...routes, ...feeds]) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Huddlekit hub',
      version: '1',
      description: 'Events, trainings and RSVPs of one campaign.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: server }],
    paths,
    components: {
      schemas: { Problem: schema(Problem, 'output') },
      securitySchemes: {
        manageToken: { type: 'http', scheme: 'bearer' },
        moderatorKey: { type: 'http', scheme: 'bearer', description: 'For servers; refused from a web page' },
        organizationKey: {
          type: 'http',
          scheme: 'bearer',
          description: 'In place of a proof of work. For servers; refused from a web page',
        },
      },
    },
  };
}

const securitySchemes = { manage: 'manageToken', review: 'moderatorKey' } as const;

function operation(route: Route): Json {
  const parameters = [
    ...[...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    ...(route.query ? queryParameters(route.query) : []),
    ...(route.idempotencyKey
      ? [header('Idempotency-Key', route.idempotencyKey, { type: 'string', minLength: 22, maxLength: 255 })]
      : []),
    ...(route.proof ? [header(proofHeader, 'optional', { type: 'string' }, proofDescription)] : []),
    ...(route.ifMatch ? [header('If-Match', route.ifMatch, { type: 'string' })] : []),
  ];
  return {
    operationId: route.id,
    summary: route.summary,
    ...(route.description && { description: route.description }),
    ...(parameters.length > 0 && { parameters }),
    ...(route.body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schema(route.body, 'input') } },
      },
    }),
    ...(route.authorization && { security: [{ [securitySchemes[route.authorization]]: [] }] }),
    ...(route.proof && { security: [{}, { organizationKey: [] }] }),
    responses: responses(route),
  };
}

const proofDescription =
  'A challenge with its solution, as JSON in base64: {challenge: {parameters, signature}, solution: {counter, derivedKey}}. Needed unless an organization’s key comes in Authorization.';

function header(name: string, need: 'required' | 'optional', schema: Json, description?: string): Json {
  return { name, in: 'header', required: need === 'required', ...(description && { description }), schema };
}

function responses(route: Route): Json {
  const success = {
    description: route.summary,
    ...contentOf(route),
  };
  const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  const byStatus = Object.groupBy(route.problems, (code) => String(problemStatus[code]));
  const failures = Object.entries(byStatus).map(([status, codes = []]) => [
    status,
    { description: codes.join(', '), content: problem },
  ]);
  return {
    [route.status]: success,
    ...(Object.fromEntries(failures) as Json),
    default: { description: 'Problem', content: problem },
  };
}

function contentOf({ response, mediaType = 'application/json' }: Route): Json {
  if (!response && mediaType === 'application/json') return {};
  return {
    content: { [mediaType]: { schema: response ? schema(response, 'output') : { type: 'string' } } },
  };
}

function queryParameters(query: z.ZodMiniType): Json[] {
  const { properties = {}, required = [] } = schema(query, 'input') as {
    properties?: Json;
    required?: string[];
  };
  return Object.entries(properties).map(([name, value]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: value,
  }));
}

function schema(type: z.ZodMiniType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(type, { io, unrepresentable: 'any' });
  return rest;
}
