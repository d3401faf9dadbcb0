import { dialled, residentsOf, tasksOf } from './notice';
import { aNotice, anAnswer, CARD, idOf } from './testing';

describe('what is to do', () => {
  it('is sorted by what one does; what waits and has an answer open stands under both', () => {
    const both = aNotice({ answers: [anAnswer()] });
    const letter = aNotice({ id: idOf(6), channel: 'letter' });
    const office = aNotice({ id: idOf(7), channel: 'office', contact: null });
    const tasks = tasksOf([both, letter, office]);
    expect(tasks).toMatchObject({ phone: [both], letter: [letter], office: [office], left: [{ notice: both }] });
  });

  it('has neither what is done nor an answer that leaves nothing', () => {
    const told = aNotice({ state: 'done', answers: [anAnswer({ answer: 'noted', task: null })] });
    const settled = aNotice({ state: 'accepted', answers: [anAnswer({ taskClosedOn: '2026-11-22' })] });
    expect(tasksOf([told, settled])).toEqual({ phone: [], letter: [], office: [], left: [] });
  });

  it('after answers begins with the next planned day, and ends with what has none', () => {
    const of = (plannedOn: string | null) => aNotice({ state: 'accepted', answers: [anAnswer({ plannedOn })] });
    const { left } = tasksOf([of(null), of('2026-12-01'), of('2026-11-25')]);
    expect(left.map(({ answer }) => answer.plannedOn)).toEqual(['2026-11-25', '2026-12-01', null]);
  });
});

it('a notice names each resident once, and each item once', () => {
  const other = { ...CARD, itemId: idOf(8), resident: { ...CARD.resident, id: idOf(9), name: '山田 一郎' } };
  const people = residentsOf({ lines: [CARD, { ...CARD, kind: 'card-expiry' }, other] });
  expect(people.map(({ resident, items, lines }) => [resident.name, items.length, lines.length])).toEqual([
    ['山田 ハナ', 1, 2],
    ['山田 一郎', 1, 1],
  ]);
});

it.each([
  ['03-1234-5678', 'tel:0312345678'],
  ['０３（１２３４）５６７８', 'tel:0312345678'],
  ['+81 3 1234 5678', 'tel:+81312345678'],
])('%s is dialled as %s', (written, expected) => expect(dialled(written)).toBe(expected));
