import { beginsOf, clockOf, orderOf, spanOf, type TypedLine } from './typed-line';

const ID = '00000000-0000-4000-8000-000000000001';
const night = { day: '2026-11-21', begins: '18:00', now: '2026-11-22T00:00:00.000Z' };

function aLine(of: Partial<TypedLine> = {}): TypedLine {
  return {
    line: 1,
    residentId: ID,
    items: [{ id: ID, kind: 'care-insurance-card', label: null }],
    outClock: '18:00',
    backClock: '19:30',
    dueClock: '',
    purpose: 'outpatient',
    destination: '',
    holder: { kind: 'staff', staffId: ID },
    ...of,
  };
}

it.each([
  ['2210', '22:10'],
  ['22:10', '22:10'],
  ['２２：１０', '22:10'],
  ['22時10分', '22:10'],
  ['930', '09:30'],
  ['9', '09:00'],
  ['', ''],
  ['2460', null],
  ['24', null],
  ['夜', null],
  ['221055', null],
])('%j is read as %j', (typed, clock) => expect(clockOf(typed)).toBe(clock));

describe('the times of a sheet go on over midnight', () => {
  it.each([
    ['the same evening', { outClock: '18:00', backClock: '19:30' }, '2026-11-21T09:00', '2026-11-21T10:30'],
    [
      'out before, back after midnight',
      { outClock: '23:50', backClock: '0:20'.padStart(5, '0') },
      '2026-11-21T14:50',
      '2026-11-21T15:20',
    ],
    ['out after midnight', { outClock: '01:30', backClock: '02:00' }, '2026-11-21T16:30', '2026-11-21T17:00'],
    [
      'what would be to come is of the day itself',
      { outClock: '17:50', backClock: '18:10' },
      '2026-11-21T08:50',
      '2026-11-21T09:10',
    ],
  ])('%s', (_, clocks, out, back) =>
    expect(spanOf(aLine(clocks), night)).toMatchObject({
      outAt: `${out}:00.000Z`,
      backAt: `${back}:00.000Z`,
      dueBackAt: null,
    }),
  );

  it('what is still out has a time of return, if there is one; what only came back has no holder', () => {
    const out = orderOf(aLine({ backClock: '', dueClock: '08:00' }), night);
    expect(out).toMatchObject({ backAt: null, dueBackAt: '2026-11-21T23:00:00.000Z' });
    const back = orderOf(aLine({ outClock: '', backClock: '20:00' }), night);
    expect(back).toMatchObject({ outAt: null, backAt: '2026-11-21T11:00:00.000Z', holder: null, dueBackAt: null });
  });

  it('a sheet begins with its first line', () => {
    expect(beginsOf([])).toBe('00:00');
    expect(beginsOf([aLine(), aLine({ outClock: '01:00' })])).toBe('18:00');
    expect(beginsOf([aLine({ outClock: '', backClock: '19:00' })])).toBe('19:00');
  });
});
