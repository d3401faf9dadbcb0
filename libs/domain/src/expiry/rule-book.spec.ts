import { addDays } from '../instant.ts';
import { ruleOn, RULES } from './rule-book.ts';
import { RULE_IDS, TITLES } from './rule-ids.ts';
import type { RuleId } from './rule-ids.ts';
import { KIND_SOURCES } from './sources.ts';

const versionsOf = (id: RuleId) => RULES.filter((rule) => rule.id === id);

describe('the book of rules', () => {
  test('has V1 to V22, in order, each with a name of its own', () => {
    expect(RULE_IDS).toEqual(Array.from({ length: 22 }, (_, n) => `V${n + 1}`));
    expect(new Set(Object.values(TITLES)).size).toBe(22);
  });

  test.each(RULES.map((rule) => [rule.id, rule.validFrom, rule] as const))(
    '%s from %s says where it is written',
    (_id, _from, { source }) => {
      expect(source.length).toBeGreaterThan(10);
      expect(source).not.toMatch(/seed|undefined|null/);
    },
  );

  test.each(Object.entries(KIND_SOURCES))('the dates of %s say where they are written', (_kind, source) =>
    expect(source.length).toBeGreaterThan(10),
  );

  test.each(RULE_IDS)('the versions of %s leave no day out and none twice', (id) => {
    const versions = versionsOf(id);
    expect(versions[0]?.validFrom).toBeNull();
    expect(versions.at(-1)?.validTo).toBeNull();
    versions.slice(1).forEach(({ validFrom }, n) => {
      const before = versions[n]?.validTo ?? '';
      expect(validFrom).toBe(addDays(before, 1));
    });
  });

  test('a rule changes on the day it changes', () => {
    const changes = RULES.filter(({ validFrom }) => validFrom !== null);
    expect(changes.map(({ id, validFrom }) => `${id} ${validFrom ?? ''}`)).toEqual([
      'V1 2022-04-01',
      'V10 2026-04-01',
      'V12 2024-12-02',
      'V12 2026-08-01',
      'V14 2024-12-02',
      'V16 2024-12-02',
    ]);
    for (const { id, validFrom, terms } of changes) {
      const day = validFrom ?? '';
      expect(ruleOn(id, day).terms).toBe(terms);
      expect(ruleOn(id, addDays(day, -1)).terms).not.toEqual(terms);
    }
  });

  test('what overrides a leaflet says which words of it', () => {
    const overriding = RULES.filter(({ overrides }) => overrides !== undefined);
    expect(overriding.map(({ id }) => id)).toEqual(['V12', 'V12']);
    for (const { overrides } of overriding) expect(overrides).toContain('令和7年7月末');
  });
});
