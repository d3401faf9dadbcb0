import { ENVELOPE_OBSTACLES } from '@azukari/domain';

import { ja } from '../../i18n/ja';
import { swap } from '../../i18n/ja/swap';
import { countsOf, envelopesOf, EVERYTHING, hindranceOf, kindsOf, offers, TASKS, wantedOf } from './swap';
import { aLine } from './testing';

const NEXT = { id: '00000000-0000-4000-8000-000000000088', printedExpiresOn: '2027-07-31' };
const BOTH = { state: 'both', next: NEXT } as const;

describe('what can be done with a line', () => {
  it.each([
    ['not arrived', aLine(), ['arrive', 'swap']],
    ['sealed', aLine({ state: 'sealed' }), ['swap']],
    ['envelopes stay closed', aLine({ obstacle: 'not-agreed', rule: 'stay-closed' }), ['arrive']],
    ['sealed, and stays so', aLine({ state: 'sealed', obstacle: 'not-from-insurer' }), []],
    ['no agreement for the paper', aLine({ agreed: false }), ['arrive']],
    ['the old one is out', aLine({ state: 'sealed', old: { at: 'out' } }), []],
    ['both are here', aLine(BOTH), ['end']],
    ['both are here, and the old one counts', aLine({ ...BOTH, old: { counts: true } }), []],
    ['done', aLine({ state: 'done', next: NEXT, old: { at: 'ended' } }), []],
  ] as const)('%s', (_, line, expected) => expect(TASKS.filter((task) => offers(line, task))).toEqual(expected));
});

describe('what is told of a line that waits', () => {
  it.each([
    [aLine(), null],
    [aLine({ old: { at: 'out' } }), 'out'],
    [aLine({ old: { at: 'missing' } }), 'missing'],
    [aLine({ obstacle: 'not-agreed', rule: null }), 'not-asked'],
    [aLine({ obstacle: 'not-agreed', rule: 'stay-closed' }), 'stay-closed'],
    [aLine({ obstacle: 'not-from-insurer' }), 'not-from-insurer'],
    [aLine({ agreed: false }), 'not-agreed'],
    [aLine({ ...BOTH, old: { counts: true } }), 'counts'],
    [aLine(BOTH), null],
    [aLine({ state: 'done', agreed: false }), null],
  ] as const)('%#: %s', (line, expected) => expect(hindranceOf(line)).toBe(expected));

  it('has its words, and those of every obstacle on the page of envelopes', () => {
    expect(Object.keys(swap.hindrance).sort()).toEqual(
      ['out', 'missing', 'counts', 'stay-closed', 'not-asked', 'not-from-insurer', 'not-agreed'].sort(),
    );
    expect(Object.keys(ja.envelopes.obstacle).sort()).toEqual([...ENVELOPE_OBSTACLES].sort());
  });
});

it('the list is narrowed by state, kind, room and name', () => {
  const lines = [
    aLine({ n: 11 }),
    aLine({ n: 12, state: 'sealed', kind: 'care-limit-certificate' }),
    aLine({ n: 13, resident: { id: aLine().resident.id, name: '髙﨑 ミツ', kana: 'たかさき みつ', room: '305' } }),
  ];
  const shown = (wanted: object) => wantedOf(lines, { ...EVERYTHING, ...wanted }).map((line) => lines.indexOf(line));
  expect(shown({})).toEqual([0, 1, 2]);
  expect(shown({ state: 'sealed' })).toEqual([1]);
  expect(shown({ kind: 'care-copay-certificate' })).toEqual([0, 2]);
  expect(shown({ text: ' 305 ' })).toEqual([2]);
  expect(shown({ text: 'たかさき' })).toEqual([2]);
  expect(kindsOf(lines)).toEqual(['care-copay-certificate', 'care-limit-certificate']);
  expect(countsOf(lines).map(({ count }) => count)).toEqual([2, 1, 0, 0]);
});

it('one envelope arrives for a resident, with all that is awaited in it', () => {
  const [copay, other] = [aLine({ n: 11 }), aLine({ n: 12 })];
  const limit = { ...copay, kind: 'care-limit-certificate' } as const;
  expect(envelopesOf([copay, limit, other])).toEqual([
    {
      residentId: copay.resident.id,
      from: 'insurer',
      expected: ['care-copay-certificate', 'care-limit-certificate'],
      storageId: copay.old.storage?.id,
    },
    expect.objectContaining({ residentId: other.resident.id, expected: ['care-copay-certificate'] }),
  ]);
});
