import {
  ADVICE_SOURCES,
  BRINGING_REASONS,
  FALLBACK_SOURCES,
  REASON_CODES,
  RULE_IDS,
  RULES,
  VALUES,
} from '@azukari/domain';

import { finding } from '../../i18n/ja/finding';

const sorted = (keys: Iterable<string>) => [...new Set(keys)].sort();

it.each([
  ['rule', RULE_IDS],
  ['about', RULE_IDS],
  ['reason', REASON_CODES],
  ['value', VALUES],
  ['bringing', BRINGING_REASONS],
  ['fallback', Object.keys(FALLBACK_SOURCES)],
  ['advice', Object.keys(ADVICE_SOURCES)],
  ['setting', RULES.flatMap(({ setting }) => (setting === undefined ? [] : [setting]))],
] as const)('every %s has its words, and none is left over', (group, codes) => {
  expect(Object.keys(finding[group]).sort()).toEqual(sorted(codes));
});

it('of a rule with several versions each says in what it differs', () => {
  const versions = RULES.filter(({ id }) => RULES.filter((other) => other.id === id).length > 1);
  expect(versions.length).toBeGreaterThan(4);
  expect(
    Object.entries(finding.version).flatMap(([id, words]) => Object.keys(words).map((from) => `${id} ${from}`)),
  ).toEqual(versions.map(({ id, validFrom }) => `${id} ${validFrom ?? 'first'}`));
});
