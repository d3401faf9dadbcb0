import { ENTRY_TYPES } from '@azukari/domain';

import { filterFrom, isFiltered, queryOf, TYPE_GROUPS } from './ledger-filter';

const ID = '6b1f0f5e-7a53-4b53-9a3f-2f4b3c1d0a11';

it('every type of entry of the custody log is in exactly one group', () => {
  const names: readonly string[] = Object.values(TYPE_GROUPS).flat();
  for (const type of Object.keys(ENTRY_TYPES).filter((name) => name !== 'resident.viewed')) {
    expect([type, names.filter((name) => (name.endsWith('.') ? type.startsWith(name) : type === name)).length]).toEqual(
      [type, 1],
    );
  }
});

it('what makes no sense in an address is left out', () => {
  const filter = filterFrom({
    resident: 'me',
    kind: 'passport',
    item: ID,
    type: 'toString',
    from: '2026-02-30',
    log: 'secret',
  });
  expect(filter).toEqual({
    log: 'custody',
    resident: null,
    kind: null,
    item: ID,
    staff: null,
    type: null,
    from: null,
    to: null,
  });
  expect(isFiltered(filter)).toBe(true);
  expect(isFiltered(filterFrom({}))).toBe(false);
});

it('days are whole days in Japan, the last one included', () => {
  expect(queryOf(filterFrom({ from: '2026-11-21', to: '2026-11-21' }))).toEqual({
    log: 'custody',
    from: '2026-11-20T15:00:00.000Z',
    to: '2026-11-21T15:00:00.000Z',
  });
});

it('what the address names, the server is asked for', () => {
  expect(queryOf(filterFrom({ kind: 'my-number-card', resident: ID, type: 'corrections' }))).toEqual({
    log: 'custody',
    kind: 'my-number-card',
    residentId: ID,
    type: 'entry.,emergency.,privacy.,views.',
  });
});
