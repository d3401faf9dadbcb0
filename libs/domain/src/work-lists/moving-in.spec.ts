import { movingInFlaw, movingInTask, NOTHING_NOTED } from './moving-in.ts';
import type { MovingInNoted } from './moving-in.ts';

const ADMITTED = '2026-09-01';
const noted = (part: Partial<MovingInNoted>): MovingInNoted => ({ ...NOTHING_NOTED, address: 'moves', ...part });
const task = (part: MovingInNoted, cardSince = ADMITTED) => movingInTask(ADMITTED, part, cardSince);

test('both days are counted from the admission until somebody says more', () => {
  expect(task(NOTHING_NOTED)).toMatchObject({ notice: { date: '2026-09-15' }, card: { date: '2026-11-30' } });
});

test('the moving day counts from when it is known, and the card from the notice', () => {
  expect(task(noted({ movedOn: '2026-09-05', noticeGivenOn: '2026-09-12' }))).toMatchObject({
    notice: { date: '2026-09-19' },
    card: { date: '2026-12-11' },
  });
});

test.each<[string, MovingInNoted, string | undefined]>([
  ['the address stays', noted({ address: 'stays' }), undefined],
  ['both are done', noted({ noticeGivenOn: '2026-09-02', cardContinuedOn: '2026-09-02' }), undefined],
  ['the card came when all days had passed and nobody had asked', NOTHING_NOTED, '2026-12-01'],
])('it ends when %s', (_, given, asOf) => expect(task(given, asOf)).toBeNull());

test.each<[string, MovingInNoted, string]>([
  ['the card came on the last day', NOTHING_NOTED, '2026-11-30'],
  ['the card came long after, and the address moves', noted({ noticeGivenOn: '2026-09-02' }), '2027-03-01'],
])('it stands when %s', (_, given, asOf) => expect(task(given, asOf)).not.toBeNull());

test('without a day of admission there is nothing to count from', () =>
  expect(movingInTask(null, NOTHING_NOTED, ADMITTED)).toBeNull());

test.each<[MovingInNoted, string | null]>([
  [noted({}), null],
  [noted({ movedOn: '2026-09-05', noticeGivenOn: '2026-09-05' }), null],
  [noted({ movedOn: '2026-09-05', noticeGivenOn: '2026-09-04' }), 'dates-out-of-order'],
  [noted({ address: 'stays' }), null],
  [noted({ address: 'stays', noticeGivenOn: '2026-09-04' }), 'dates-out-of-order'],
  [noted({ address: 'unknown', movedOn: '2026-09-04' }), 'dates-out-of-order'],
])('%j: %s', (given, flaw) => expect(movingInFlaw(given)).toBe(flaw));
