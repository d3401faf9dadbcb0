import type { PipeTransform } from '@nestjs/common';
import { FORBIDDEN_REASONS } from '@azukari/domain';
import type { ForbiddenReason } from '@azukari/domain';
import type { z } from 'zod';
import { Refused } from './refused.ts';

/** Issue names a field that could not be read, and why. */
export interface Issue {
  readonly path: string;
  readonly code: string;
}

/** Malformed is a request that could not be read; nothing was done. */
export class Malformed extends Error {
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super('malformed');
    this.issues = issues;
  }
}

/** parse reads a part of a request by its schema. The value that was refused is never repeated. */
export function parse<S extends z.ZodType>(schema: S, name = ''): PipeTransform<unknown, z.output<S>> {
  return {
    transform: (value) => {
      const read = schema.safeParse(value);
      if (read.success) {
        const field = halfCharacter(value, name);
        if (field !== null) throw new Refused({ kind: 'forbidden-text', field, reason: 'control-character' });
        return read.data;
      }
      const issues = read.error.issues.flatMap((issue) => issuesOf(issue, name));
      for (const { path, code } of issues) {
        const reason = forbiddenReason(code);
        if (reason) throw new Refused({ kind: 'forbidden-text', field: path, reason });
      }
      throw new Malformed(issues);
    },
  };
}

/** Half of a character is no text: it can be neither hashed nor stored. Only JSON's escapes bring one; free texts refuse it themselves. */
function halfCharacter(value: unknown, path: string): string | null {
  if (typeof value === 'string') return value.isWellFormed() ? null : path;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const found = halfCharacter(inner, path === '' ? shown(key) : `${path}.${shown(key)}`);
    if (found !== null) return found;
  }
  return null;
}

function issuesOf(issue: z.core.$ZodIssue, name: string): Issue[] {
  const pathTo = (keys: readonly PropertyKey[]): string =>
    [...(name === '' ? [] : [name]), ...keys.map(shown)].join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: pathTo([...issue.path, key]), code: 'unknown-key' }));
  const path = pathTo(issue.path);
  // Our own codes are the messages that the contract gave; Zod's sentences are not shown.
  const own = /^[a-z]+(-[a-z]+)*(:[a-z-]+)?$/.test(issue.message);
  return [{ path, code: own ? issue.message : issue.code.replaceAll('_', '-') }];
}

/** A key is the sender's own text too: only what looks like a field's name, or an index, is said again. */
function shown(key: PropertyKey): string {
  return typeof key === 'number' || /^[A-Za-z][A-Za-z0-9]{0,39}$/.test(String(key)) ? String(key) : '?';
}

function forbiddenReason(code: string): ForbiddenReason | undefined {
  return FORBIDDEN_REASONS.find((reason) => code === `forbidden:${reason}`);
}
