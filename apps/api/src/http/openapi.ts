import { Controller, Get, Header, Inject } from '@nestjs/common';
import * as contract from '@azukari/contract';
import type { Endpoint, NamedEndpoint } from '@azukari/contract';
import * as z from 'zod';
import { CONFIG } from '../config.ts';
import type { Config } from '../config.ts';
import { OPEN_TO_ALL } from './handles.ts';

const JSON_TYPE = 'application/json; charset=utf-8';

/** ENDPOINTS are all verbs of the contract. */
export const ENDPOINTS: readonly NamedEndpoint[] = contract.endpointsIn(contract);

/** OpenApiController publishes the contract as OpenAPI 3.1; the document is drawn from the schemas that parse the requests. */
@Controller()
export class OpenApiController {
  /** Drawn when it is first asked for: a start would wait for it, and most houses never ask. */
  private document: string | undefined;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Get('/api/openapi.json')
  @OPEN_TO_ALL
  @Header('content-type', JSON_TYPE)
  read(): string {
    const { demo } = this.config;
    this.document ??= JSON.stringify(openApi(ENDPOINTS.filter(({ path }) => demo || !path.startsWith('/api/demo/'))));
    return this.document;
  }
}

function openApi(endpoints: typeof ENDPOINTS): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] ??= {};
    paths[path][endpoint.method.toLowerCase()] = operation(endpoint);
  }
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: 'Azukari',
      version: '1',
      description: 'Mutations need the session cookie and the header `x-azukari: 1`.',
    },
    paths,
    components: {
      schemas: {
        Malformed: schemaOf(contract.malformedAnswer, 'output'),
        Refused: schemaOf(contract.refusedAnswer, 'output'),
        Defect: schemaOf(contract.defectAnswer, 'output'),
      },
    },
  };
}

function operation({ name, path, method, query, body, ...yes }: NamedEndpoint): object {
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, parameter]) => ({
    name: parameter,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const inQuery = Object.entries(query?.shape ?? {}).map(([parameter, schema]) => ({
    name: parameter,
    in: 'query',
    required: !(schema as z.ZodType).safeParse(undefined).success,
    schema: schemaOf(schema as z.ZodType, 'input'),
  }));
  return {
    operationId: name,
    parameters: [
      ...inPath,
      ...inQuery,
      ...(method === 'GET' ? [] : [{ name: 'x-azukari', in: 'header', required: true, schema: { const: '1' } }]),
    ],
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } },
    }),
    responses: {
      [yes.status ?? 200]: success(yes),
      400: problem('Malformed', 'unreadable; nothing was done'),
      401: problem('Refused', 'not signed in'),
      403: problem('Refused', 'not allowed'),
      404: problem('Refused', 'not found, or of another facility'),
      409: problem('Refused', 'something happened before'),
      422: problem('Refused', 'a rule'),
      429: problem('Refused', 'too many attempts; Retry-After'),
      500: problem('Defect', 'a defect; the id stands in the log'),
    },
  };
}

function success({ answer, status, type }: Pick<Endpoint, 'answer' | 'status' | 'type'>): object {
  if (status === 204) return { description: 'done' };
  const drawn = type?.startsWith('application/') ? {} : { schema: schemaOf(answer, 'output') };
  return { description: 'yes', content: { [type ?? JSON_TYPE]: drawn } };
}

function problem(name: string, description: string): object {
  return { description, content: { [JSON_TYPE]: { schema: { $ref: `#/components/schemas/${name}` } } } };
}

/** The document says once in which dialect it is. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema, ...drawn } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return drawn;
}
