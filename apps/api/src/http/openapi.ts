import { Controller, Get, Header, SetMetadata } from '@nestjs/common';
import * as contract from '@azukari/contract';
import type { Endpoint } from '@azukari/contract';
import { z } from 'zod';
import { ACCESS } from './handles.ts';

/** ENDPOINTS are all verbs of the contract. */
export const ENDPOINTS: readonly (Endpoint & { readonly name: string })[] = Object.entries<unknown>(contract).flatMap(
  ([name, value]) => (isEndpoint(value) ? [{ ...value, name }] : []),
);

/** OpenApiController publishes the contract as OpenAPI 3.1; the document is drawn from the schemas that parse the requests. */
@Controller()
export class OpenApiController {
  private readonly document = JSON.stringify(openApi());

  @Get('/api/openapi.json')
  @SetMetadata(ACCESS, 'public')
  @Header('content-type', 'application/json')
  read(): string {
    return this.document;
  }
}

function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'answer' in value;
}

function openApi(): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const endpoint of ENDPOINTS) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] ??= {};
    paths[path][endpoint.method.toLowerCase()] = operation(endpoint);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Azukari',
      version: '1',
      description: 'Mutations need the session cookie and the header `x-azukari: 1`.',
    },
    paths,
  };
}

function operation({ name, path, method, query, body, answer, status = 200 }: (typeof ENDPOINTS)[number]): object {
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
  const problem = (description: string) => ({ description });
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
      [status]:
        status === 204
          ? problem('done')
          : { description: 'yes', content: { 'application/json': { schema: schemaOf(answer, 'output') } } },
      400: problem('{ issues: [{ path, code }] }'),
      401: problem('{ refusal }'),
      403: problem('{ refusal }'),
      404: problem('{ refusal }'),
      409: problem('{ refusal }'),
      422: problem('{ refusal }'),
      429: problem('{ refusal }, Retry-After'),
    },
  };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): object {
  return z.toJSONSchema(schema, { io, unrepresentable: 'any' });
}
