import type { ValueTransformer } from 'typeorm';

/**
 * sealed is the codec that every personal column passes through (names, kana, contacts, notes), from the first migration on.
 * It is the identity until keys exist; the columns and their readers need no change when they do.
 */
export const sealed = {
  close: (text: string): string => text,
  open: (text: string): string => text,
} as const;

/** sealedColumn applies the codec to a column of a row class; null stays null. */
export const sealedColumn: ValueTransformer = {
  to: (value: string | null | undefined) => (typeof value === 'string' ? sealed.close(value) : value),
  from: (value: string | null) => (value === null ? null : sealed.open(value)),
};
