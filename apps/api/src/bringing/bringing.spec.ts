import {
  addInsurer,
  changeResident,
  checkOut,
  checkResident,
  describeItem,
  handOver,
  nameInsurer,
  readBringing,
  startSearch,
} from '@azukari/contract';
import type { ItemKind } from '@azukari/domain';
import { addDays } from '@azukari/domain';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

type Asked = { readonly setting?: string; readonly goesAlong?: string; readonly on?: string };

const bringing = (id: string, asked: Asked = {}) =>
  house.manager.ok(readBringing, undefined, { id, setting: 'outpatient', goesAlong: 'true', ...asked });
const kinds = (documents: readonly { readonly kind: ItemKind }[]) => documents.map(({ kind }) => kind);

async function aResidentWith(...kept: readonly ItemKind[]) {
  const { id } = await house.aResident();
  const agreement = await house.anAgreement({ residentId: id, kinds: [...new Set(kept)] });
  const items = [];
  for (const kind of kept)
    items.push(
      await house.anItem({
        residentId: id,
        agreementId: agreement.id,
        kind,
        printedExpiresOn: addDays(house.clock.today(), 900),
        ...(kind === 'my-number-card' && {
          certificateExpiresOn: addDays(house.clock.today(), 300),
          authMode: 'pin-set',
        }),
      }),
    );
  return { id, items };
}

test('ranks what is kept, with item, reason, source and the ways on when the reader fails', async () => {
  const { id, items } = await aResidentWith('my-number-card', 'eligibility-certificate', 'care-insurance-card');
  await house.manager.ok(checkResident, { question: 'registered', answer: 'yes', on: house.clock.today() }, { id });
  const { on, proposed, notProposed } = await bringing(id);
  expect(on).toBe(house.clock.today());
  expect(proposed).toMatchObject([
    { itemId: items[1]?.id, kind: 'eligibility-certificate', at: 'stored', reasonCode: 'proves-alone', fallback: [] },
    { itemId: items[0]?.id, kind: 'my-number-card', reasonCode: 'proves-with-face-or-pin', value: 'full' },
  ]);
  expect(notProposed).toEqual([]);
  const [, card] = proposed;
  expect(card?.fallback.map(({ step }) => step)).toEqual([
    'visual-check',
    'portal-screen',
    'oral-confirmation',
    'statement-form',
  ]);
  for (const { source } of [...proposed, ...proposed.flatMap(({ fallback, advice }) => [...fallback, ...advice])])
    expect(source).not.toBe('');
});

test('without her a マイナンバーカード is never proposed, and one calls first', async () => {
  const { id } = await aResidentWith('my-number-card');
  const answer = await bringing(id, { setting: 'pharmacy', goesAlong: 'false' });
  expect(answer).toMatchObject({
    proposed: [],
    notProposed: [{ kind: 'my-number-card', reasonCode: 'resident-absent' }],
  });
  expect(answer.advice.map(({ code }) => code)).toEqual([
    'resident-absent-call-first',
    'prescription-is-enough',
    'nothing-proves-eligibility',
  ]);
});

test('what was noted of the registration counts, and asks to be noted until then', async () => {
  const { id } = await aResidentWith('my-number-card');
  expect((await bringing(id)).proposed[0]?.advice).toContainEqual(
    expect.objectContaining({ code: 'check-registration' }),
  );
  for (const [question, answer, reasonCode] of [
    ['registered', 'no', 'not-registered'],
    ['registered', 'yes', null],
    ['stopped', 'yes', 'stopped'],
  ] as const) {
    await house.manager.ok(checkResident, { question, answer, on: house.clock.today() }, { id });
    const { proposed, notProposed } = await bringing(id);
    expect(kinds(proposed)).toEqual(reasonCode === null ? ['my-number-card'] : []);
    expect(notProposed.map((one) => one.reasonCode)).toEqual(reasonCode === null ? [] : [reasonCode]);
  }
});

test('the day and the mark 顔認証 count: an ended paper stays, a 顔認証 card is no use online', async () => {
  const { id, items } = await aResidentWith('my-number-card', 'eligibility-certificate');
  const later = addDays(house.clock.today(), 901);
  expect((await bringing(id, { on: later })).notProposed).toContainEqual(
    expect.objectContaining({ kind: 'eligibility-certificate', reasonCode: 'expired' }),
  );
  const { printedExpiresOn, certificateExpiresOn } = items[0] ?? { printedExpiresOn: null, certificateExpiresOn: null };
  await house.manager.ok(
    describeItem,
    { printedExpiresOn, certificateExpiresOn, insurerType: null, authMode: 'face-only' },
    { id: items[0]?.id ?? '' },
  );
  const { proposed, notProposed } = await bringing(id, { setting: 'online' });
  expect(kinds(proposed)).toEqual(['eligibility-certificate']);
  expect(notProposed).toMatchObject([{ kind: 'my-number-card', reasonCode: 'face-only-not-online' }]);
});

test('an insurer that ends its papers at seventy is heard', async () => {
  const { id, items } = await aResidentWith('eligibility-certificate');
  const [paper] = items;
  const { id: insurerId } = await house.manager.ok(addInsurer, {
    name: '桜市',
    type: 'national',
    yearEnds: [],
    endsAtSeventy: true,
    automaticFrom: 'book',
  });
  // Seventy in about a hundred days.
  const turning = addDays(house.clock.today(), 100);
  const birthDate = `${String(Number(turning.slice(0, 4)) - 70)}-${turning.slice(5, 7)}-15`;
  const later = { on: addDays(house.clock.today(), 300) };
  await house.manager.ok(changeResident, { version: 1, birthDate }, { id });
  const said = { printedExpiresOn: paper?.printedExpiresOn ?? null, certificateExpiresOn: null, authMode: null };
  await house.manager.ok(describeItem, { ...said, insurerType: 'national' }, { id: paper?.id ?? '' });
  expect(kinds((await bringing(id, later)).proposed)).toEqual(['eligibility-certificate']);
  await house.manager.ok(nameInsurer, { insurerId }, { id: paper?.id ?? '' });
  expect(kinds((await bringing(id)).proposed)).toEqual(['eligibility-certificate']);
  expect((await bringing(id, later)).notProposed).toMatchObject([{ reasonCode: 'seventieth-birthday' }]);
});

test('a 医療券 makes it 生活保護: call first', async () => {
  const { id } = await aResidentWith('public-assistance-voucher');
  const { proposed, advice } = await bringing(id);
  expect(kinds(proposed)).toEqual(['public-assistance-voucher']);
  expect(advice.map(({ code }) => code)).toEqual(['public-assistance-call-first']);
});

test('what is out or missing is said to be so, and what was given back is not spoken of', async () => {
  const { id, items } = await aResidentWith('eligibility-certificate', 'my-number-card', 'eligibility-notice');
  const [certificate, card, notice] = items.map((item) => item.id);
  await house.manager.ok(checkOut, {
    itemIds: [certificate ?? ''],
    purpose: 'hospital-stay',
    holder: { kind: 'staff', staffId: house.manager.staffId },
    dueBackAt: null,
  });
  await house.manager.ok(startSearch, { itemIds: [card ?? ''] });
  await house.manager.ok(handOver, {
    itemIds: [notice ?? ''],
    disposition: 'returned',
    receiver: { relation: 'resident', name: '' },
  });
  const { proposed, notProposed } = await bringing(id);
  expect([...proposed, ...notProposed].map(({ itemId, at }) => [itemId, at])).toEqual([
    [certificate, 'out'],
    [card, 'missing'],
  ]);
});

test('another facility’s resident is not known', async () => {
  const { id } = await house.second.aResident();
  const asked = { id, setting: 'outpatient', goesAlong: 'true' };
  expect(await house.manager.send(readBringing, undefined, asked)).toMatchObject({
    status: 404,
    refusal: { kind: 'not-found' },
  });
});
