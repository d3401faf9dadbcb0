import type { Access } from '@azukari/domain';
import type { z } from 'zod';

/** Endpoint is one verb of the API: what goes in and what comes out. Path parameters are written `:id`. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: `/api/${string}`;
  /** Who may: an action of the one table, or a session of whatever kind. */
  readonly access: Access;
  /** It takes a sign-in of the last minutes: what gives rights, opens another way in, or sends much out. What takes away is never slowed. */
  readonly fresh?: true;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly answer: z.ZodType;
  /** What a yes is sent as; JSON unless told. */
  readonly type?: 'application/pdf' | 'application/zip' | 'text/plain; charset=utf-8';
  /** It may take longer than a person waits for a tap. */
  readonly slow?: true;
  /** So many bytes a body may have, where that is more than others may. */
  readonly largestBytes?: number;
  /** Status of a yes; 200 unless something came into being. */
  readonly status?: 200 | 201 | 204;
}

/** endpoint keeps the exact types of an endpoint. */
export function endpoint<const E extends Endpoint>(of: E): E {
  return of;
}

/** NamedEndpoint is an endpoint with the name under which it is exported. */
export type NamedEndpoint = Endpoint & { readonly name: string };

/** endpointsIn finds the endpoints among what a module exports. */
export function endpointsIn(module: object): readonly NamedEndpoint[] {
  return Object.entries(module).flatMap(([name, value]) => (isEndpoint(value) ? [{ ...value, name }] : []));
}

function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'answer' in value;
}

/** BodyOf is the parsed body. */
export type BodyOf<E extends { readonly body: z.ZodType }> = z.output<E['body']>;

/** DraftOf is the body as a caller writes it. */
export type DraftOf<E extends { readonly body: z.ZodType }> = z.input<E['body']>;

/** QueryOf is the parsed query. */
export type QueryOf<E extends { readonly query: z.ZodType }> = z.output<E['query']>;

/** AnswerOf is the parsed answer. */
export type AnswerOf<E extends { readonly answer: z.ZodType }> = z.output<E['answer']>;
