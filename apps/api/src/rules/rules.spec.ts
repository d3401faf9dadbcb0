import { listRules, previewRules } from '@azukari/contract';
import type { DraftOf } from '@azukari/contract';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';

let house: House;

beforeAll(async () => {
  house = await openHouse();
});

afterAll(() => house.close());

type Question = DraftOf<typeof previewRules>;
const card: Question = { asOf: '2026-11-22', kind: 'my-number-card', birthDate: '1980-10-10' };
const ask = async (question: Question) => (await house.manager.ok(previewRules, question)).results;

describe('the calculator', () => {
  test.each<[string, Question, string, object]>([
    ['V1', { ...card, issuedOn: '2020-05-15' }, 'V1', { date: '2029-10-10' }],
    ['V3', { ...card, printedExpiresOn: '2026-12-10' }, 'V3', { date: '2026-09-11' }],
    ['V4', { ...card, certificateExpiresOn: '2026-11-01' }, 'V4', { date: '2027-02-01' }],
    ['V5', { ...card, certificateExpiresOn: '2026-11-01' }, 'V5', { date: '2027-02-28' }],
    [
      'V10, between',
      {
        asOf: '2025-09-01',
        kind: 'legacy-insurance-card',
        birthDate: '1970-01-01',
        printedExpiresOn: '2025-07-31',
        insurerType: 'national',
      },
      'V10',
      { value: 'lookup-only', until: '2026-03-31' },
    ],
    ['V14', { ...card, lossReportedOn: '2026-11-10' }, 'V14', { date: '2026-12-10' }],
  ])('%s', async (_, question, rule, expected) => {
    const results = await ask(question);
    expect(results.find((result) => result.rule === rule)).toMatchObject(expected);
    expect(results.every(({ source }) => source !== '')).toBe(true);
  });

  test('asks for no birthday where no rule needs one', async () => {
    const [found] = await ask({ asOf: '2026-11-22', kind: 'care-insurance-card', printedExpiresOn: '2027-03-31' });
    expect(found).toMatchObject({ rule: 'V15', date: '2027-01-30', until: '2027-03-31' });
  });

  test('keeps nothing', async () => {
    const before = await house.ledgerSize();
    await ask(card);
    expect(await house.ledgerSize()).toBe(before);
  });

  test.each<[string, object, string]>([
    ['a day that does not exist', { ...card, asOf: '2026-02-30' }, 'asOf'],
    ['a kind that nobody knows', { ...card, kind: 'passport' }, 'kind'],
    ['no birthday', { asOf: '2026-11-22', kind: 'my-number-card' }, 'birthDate'],
    ['a birth after the issue', { ...card, issuedOn: '1980-10-09' }, 'issuedOn'],
    ['a card before there were any', { ...card, issuedOn: '2015-12-31' }, 'issuedOn'],
    ['a key too many', { ...card, pin: '1234' }, 'pin'],
  ])('refuses %s and names it', async (_, question, path) => {
    const reply = await house.manager.send(previewRules, question as Question);
    expect(reply.status).toBe(400);
    expect((reply.body as unknown as { issues: { path: string }[] }).issues.map((issue) => issue.path)).toContain(path);
  });
});

test('the book names for each rule since when it holds, and where it is written', async () => {
  const { rules } = await house.manager.ok(listRules);
  expect(new Set(rules.map(({ id }) => id)).size).toBe(22);
  expect(rules.filter(({ source }) => source === '')).toEqual([]);
  expect(rules.filter(({ id }) => id === 'V12').some(({ overrides }) => overrides !== null)).toBe(true);
});
