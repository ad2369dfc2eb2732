import { type ZodType, z } from 'zod';
import { Problem, type Route } from './contract.ts';
import type { ServedRoute } from './serve.ts';

const schemaOf = (schema: ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return json;
};

type Parameter = { name: string; in: 'path' | 'query' | 'header'; required: boolean; schema: unknown };

/** The OpenAPI 3.1 document of every served route, made from the same schemas that check the requests. */
export function openApi(served: readonly ServedRoute[], { version }: { version: string }) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { name, route } of served) {
    paths[route.path] ??= {};
    const entry = paths[route.path];
    if (entry) entry[route.method.toLowerCase()] = operation(name, route);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Pforte API',
      version,
      description: 'Decides who gets into a company’s customer portals. Changes take `If-Match`; errors are problems as in RFC 9457.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/v1' }],
    paths,
    components: {
      schemas: { Problem: schemaOf(Problem, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-pforte-console' } },
    },
  };
}

function operation(name: string, route: Route) {
  const success = String(route.response ? (route.status ?? 200) : 204);
  return {
    operationId: name,
    tags: [route.tag],
    summary: route.summary,
    'x-right': route.right,
    ...(route.right !== 'public' && { security: [{ session: [] }] }),
    parameters: parametersOf(route),
    ...(route.body && { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(route.body, 'input') } } } }),
    responses: {
      [success]: {
        description: route.response ? 'The answer' : 'Done',
        ...(route.versioned && route.response && { headers: { ETag: { schema: { type: 'string' } } } }),
        ...(route.response && { content: contentOf(route) }),
      },
      default: { description: 'A refusal', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
    },
  };
}

const contentOf = ({ file, response }: Route) =>
  file ? { [file]: { schema: { type: 'string' } } } : { 'application/json': { schema: response && schemaOf(response, 'output') } };

function parametersOf(route: Route): Parameter[] {
  return [
    ...fieldsOf(route.params).map(([field, schema]) => ({
      name: field,
      in: 'path' as const,
      required: true,
      schema: schemaOf(schema, 'input'),
    })),
    ...fieldsOf(route.query).map(([field, schema]) => ({
      name: field,
      in: 'query' as const,
      required: !schema.safeParse(undefined).success,
      schema: schemaOf(schema, 'input'),
    })),
    ...(route.versioned && route.method !== 'GET'
      ? [{ name: 'If-Match', in: 'header' as const, required: false, schema: { type: 'string' } }]
      : []),
  ];
}

const fieldsOf = (schema: Route['params']): [string, ZodType][] => (schema ? (Object.entries(schema.shape) as [string, ZodType][]) : []);
