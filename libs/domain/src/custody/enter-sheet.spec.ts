import { enterSheet } from './enter-sheet.ts';
import type { SheetLine } from './enter-sheet.ts';
import {
  anItem,
  BEFORE_THAT,
  CARD,
  COLLEAGUE,
  EARLIER,
  ENDED,
  FLOOR,
  given,
  HANDLER,
  LATER,
} from './testing/makers.ts';
import { LOST, ME, NEW_CARD, NOW, OUT, STORED } from './testing/makers.ts';

const SHEET = 'F3-000123';
const AT = ['2026-11-21T09:00:00.000Z', '2026-11-21T10:00:00.000Z', '2026-11-21T11:00:00.000Z'] as const;
const past = { lastAt: BEFORE_THAT, custody: { ...STORED, since: BEFORE_THAT } };

function aLine(of: Partial<SheetLine> = {}): SheetLine {
  return {
    line: 1,
    itemIds: [CARD],
    purpose: 'outpatient',
    holder: `staff:${ME}`,
    holderName: '佐藤',
    contactId: null,
    destination: null,
    outAt: AT[0],
    backAt: AT[1],
    dueBackAt: null,
    ...of,
  };
}

const copy = (lines: readonly SheetLine[], situation = given(past)) => enterSheet({ sheet: SHEET, lines }, situation);
const kinds = (lines: readonly SheetLine[], situation = given(past)) => {
  const { lines: copied, problems } = copy(lines, situation);
  return [
    ...copied.map(({ line, drafts }) => `${String(line)}: ${drafts.map(({ type }) => type.slice(5)).join(' + ')}`),
    ...problems.map(({ line, refusal }) => `${String(line)}: ${refusal.kind}`),
  ];
};

describe('a paper sheet', () => {
  test.each([
    ['out and back', [aLine()], ['1: checked-out + checked-in']],
    ['still out', [aLine({ backAt: null, dueBackAt: LATER })], ['1: checked-out']],
    ['still out, nobody knows until when', [aLine({ backAt: null })], ['1: checked-out']],
    [
      'the same card twice in a night',
      [aLine(), aLine({ line: 4, outAt: AT[2], backAt: null })],
      ['1: checked-out + checked-in', '4: checked-out'],
    ],
    [
      'a line that puts back what an earlier one took out',
      [aLine({ backAt: null }), aLine({ line: 2, outAt: null, holder: null, backAt: AT[2] })],
      ['1: checked-out', '2: checked-in'],
    ],
    [
      'lines told in another order than they stand in',
      [aLine({ line: 2, outAt: null, holder: null, backAt: AT[2] }), aLine({ backAt: null })],
      ['1: checked-out', '2: checked-in'],
    ],
    [
      'what an earlier line has not put back',
      [aLine({ backAt: null }), aLine({ line: 2, outAt: AT[1], backAt: AT[2] })],
      ['1: checked-out', '2: item-out'],
    ],
    ['times that cross', [aLine({ outAt: AT[1], backAt: AT[0] })], ['1: occurred-out-of-order']],
    [
      'lines that cross',
      [aLine({ backAt: AT[2] }), aLine({ line: 2, outAt: AT[1], backAt: AT[2] })],
      ['1: checked-out + checked-in', '2: occurred-before-previous'],
    ],
    ['what is to come', [aLine({ backAt: LATER })], ['1: occurred-in-future']],
    ['a return that is due before it left', [aLine({ backAt: null, dueBackAt: AT[0] })], ['1: due-back-in-past']],
  ])('%s', (_, lines, expected) => expect(kinds(lines)).toEqual(expected));

  test.each([
    ['a return of what lies in the safe', aLine({ outAt: null, holder: null }), given(past), 'item-stored'],
    [
      'a return of what was given back for good',
      aLine({ outAt: null, holder: null }),
      given({ custody: ENDED }),
      'item-ended',
    ],
    [
      'a return before it left',
      aLine({ outAt: null, holder: null }),
      given({ custody: OUT }),
      'occurred-before-previous',
    ],
    ['an item that is out', aLine(), given({ ...past, custody: OUT }), 'item-out'],
    ['a lost item', aLine(), given({ ...past, custody: LOST }), 'item-missing'],
    [
      'what a colleague carried, by a handler',
      aLine({ holder: `staff:${COLLEAGUE}` }),
      given(past, { actor: HANDLER }),
      'not-allowed',
    ],
    ['by who has no appointment', aLine(), given(past, { actor: FLOOR }), 'not-allowed'],
  ])('%s', (_, line, situation, kind) => expect(kinds([line], situation)).toEqual([`1: ${kind}`]));

  test('what was out before the sheet began comes back by a line of its own', () => {
    const back = aLine({ outAt: null, holder: null, backAt: NOW });
    expect(kinds([back], given({ custody: OUT, lastAt: EARLIER }))).toEqual(['1: checked-in']);
    expect(kinds([back], given({ custody: LOST, lastAt: EARLIER }))).toEqual(['1: checked-in']);
  });

  test('a line with one item that cannot be so is a problem as a whole, and leaves nothing behind', () => {
    const items = [anItem(past), anItem({ ...past, id: NEW_CARD, custody: LOST })];
    const both = aLine({ itemIds: [CARD, NEW_CARD], backAt: null });
    expect(kinds([both, aLine({ line: 2 })], given({}, { items }))).toEqual([
      '2: checked-out + checked-in',
      '1: item-missing',
    ]);
  });

  test('each entry carries its own moment and the sheet; no agreement is asked for', () => {
    const { lines } = copy([aLine({ destination: 'さくら内科' })], given({ ...past, agreements: [] }));
    expect(lines[0]?.drafts).toMatchObject([
      {
        occurredAt: AT[0],
        facts: { sheet: SHEET, holder: `staff:${ME}`, dueBackAt: null },
        private: { holderName: '佐藤', destination: 'さくら内科' },
      },
      { occurredAt: AT[1], facts: { sheet: SHEET, storage: null, condition: 'good' } },
    ]);
  });
});
