import { Unopenable } from '../database/sealed.ts';
import type { Statements } from '../database/statements.ts';

/** SealedField is what a query reads of a private field: its entry, its name and its sealed words. */
interface SealedField {
  readonly seq: number;
  readonly field: string;
  readonly value: string;
}

/**
 * openedFields opens private fields of one log. One that is not what was sealed there is left out, as if its words were gone: whoever
 * judges the record then finds that no entry says so, and everybody else goes on working.
 */
export function openedFields<F extends SealedField>({ sealed }: Statements, log: number, fields: readonly F[]): F[] {
  return fields.flatMap((one) => {
    try {
      return { ...one, value: sealed.open('private_field.value', [log, one.seq, one.field], one.value) };
    } catch (error) {
      if (error instanceof Unopenable) return [];
      throw error;
    }
  });
}
