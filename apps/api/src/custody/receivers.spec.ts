import {
  changeContact,
  changeCustody,
  checkOut,
  enterLate,
  handOver,
  readItem,
  removeContact,
} from '@azukari/contract';
import type { AnswerOf } from '@azukari/contract';
import type { HandOverRule } from '@azukari/domain';
import { instantAt, millisecondsOf } from '@azukari/domain';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import type { Person } from '../testing/person.ts';

type Item = AnswerOf<typeof readItem>;

let house: House;
let handler: Person;
beforeAll(async () => {
  house = await openHouse();
  handler = await house.aStaff({ level: 'handler' });
});
afterAll(() => house.close());

const family = (name: string) => ({ kind: 'other' as const, relation: 'family' as const, name });
const outing = ({ id }: Item, holder: ReturnType<typeof family>) => ({
  itemIds: [id],
  purpose: 'to-family' as const,
  holder,
  dueBackAt: instantAt(millisecondsOf(house.clock.now()) + 3_600_000),
});
const emergency = { purpose: 'emergency' as const, dueBackAt: null };
const giving = ({ id }: Item, name: string) => ({
  itemIds: [id],
  disposition: 'returned' as const,
  receiver: { relation: 'family' as const, name },
});

async function anItemWithContact(rule: HandOverRule) {
  const item = await house.anItem();
  const contact = await house.aContact({
    residentId: item.resident?.id ?? '',
    name: '髙橋 健一',
    kana: 'たかはし けんいち',
    handOver: rule,
  });
  return { item, contact };
}

describe('a name that is typed instead of chosen', () => {
  test.each(['髙橋 健一', '高橋健一', '高橋　健一 様', 'タカハシ ケンイチ', 'ﾀｶﾊｼｹﾝｲﾁ'])(
    'means the contact to whom nothing is handed: %s',
    async (name) => {
      const { item, contact } = await anItemWithContact('never');
      const never = { status: 422, refusal: { kind: 'contact-never', contactId: contact.id } };
      const before = await house.ledgerSize();
      expect(await house.manager.send(handOver, giving(item, name))).toMatchObject(never);
      expect(await house.manager.send(checkOut, outing(item, family(name)))).toMatchObject(never);
      expect(await handler.send(checkOut, { ...outing(item, family(name)), ...emergency })).toMatchObject(never);
      const chosen = { ...family(name), contactId: contact.id };
      expect(await handler.send(checkOut, { ...outing(item, chosen), ...emergency })).toMatchObject(never);
      expect(await house.ledgerSize()).toBe(before);
      await handler.ok(checkOut, outing(item, family('次女')));
      expect(await handler.send(changeCustody, { itemIds: [item.id], holder: family(name) })).toMatchObject(never);
    },
  );

  test('holds up no ambulance, and stays as it was typed', async () => {
    const { item } = await anItemWithContact('never');
    const crew = { kind: 'other' as const, relation: 'ambulance' as const, name: '高橋健一' };
    expect((await handler.send(checkOut, { ...outing(item, family('')), holder: crew })).refusal?.kind).toBe(
      'contact-never',
    );
    await handler.ok(checkOut, { itemIds: [item.id], holder: crew, ...emergency });
    expect((await handler.ok(readItem, undefined, { id: item.id })).custody).toMatchObject({
      holder: { kind: 'other', relation: 'ambulance', name: '高橋健一' },
    });
  });

  test('means the contact of whom the manager is asked: a handler hears it, a leader decides', async () => {
    const { item, contact } = await anItemWithContact('ask-manager');
    expect((await handler.send(checkOut, outing(item, family('高橋健一')))).refusal).toEqual({
      kind: 'contact-ask-manager',
      contactId: contact.id,
    });
    await house.manager.ok(checkOut, outing(item, family('高橋健一')));
  });

  test('is nobody of another resident, nobody who was taken off the list, and stays as it was typed', async () => {
    const { item, contact } = await anItemWithContact('never');
    const other = await house.anItem();
    await handler.ok(checkOut, outing(other, family('高橋健一')));
    expect((await handler.ok(readItem, undefined, { id: other.id })).custody).toMatchObject({
      holder: { kind: 'other', relation: 'family', name: '高橋健一' },
    });
    await house.manager.ok(removeContact, { version: 1 }, { id: contact.id });
    await handler.ok(checkOut, outing(item, family('高橋健一')));
  });

  test('of any resident of the outing counts', async () => {
    const { item, contact } = await anItemWithContact('never');
    const other = await house.anItem();
    const both = { ...outing(other, family('高橋健一')), itemIds: [other.id, item.id] };
    expect((await handler.send(checkOut, both)).refusal).toEqual({ kind: 'contact-never', contactId: contact.id });
  });

  test('does not stand between a resident and her own card', async () => {
    const { item, contact } = await anItemWithContact('never');
    const { id, residentId, mailFails, version, ...rest } = contact;
    await house.manager.ok(changeContact, { ...rest, version, name: item.resident?.name ?? '' }, { id });
    await handler.ok(handOver, {
      ...giving(item, item.resident?.name ?? ''),
      receiver: { relation: 'resident', name: item.resident?.name ?? '' },
    });
  });

  test('in what has happened already is written down', async () => {
    const { item } = await anItemWithContact('never');
    const now = house.clock.now();
    await handler.ok(enterLate, {
      itemIds: [item.id],
      purpose: 'to-family',
      holder: family('高橋健一'),
      outAt: now,
      backAt: now,
    });
  });
});

describe('a name that is left empty', () => {
  const empty = (path: string) => ({ status: 400, issues: [{ path, code: 'empty' }] });

  test.each(['', '  ', '\u3000'])('is asked for: %j', async (name) => {
    const item = await house.anItem();
    expect(await handler.send(checkOut, outing(item, family(name)))).toMatchObject(empty('holder.name'));
    expect(await handler.send(changeCustody, { itemIds: [item.id], holder: family(name) })).toMatchObject(
      empty('holder.name'),
    );
    expect(await house.manager.send(handOver, giving(item, name))).toMatchObject(empty('receiver.name'));
  });

  test('is no obstacle where the record has it, nor for an ambulance', async () => {
    const { item, contact } = await anItemWithContact('allowed');
    await handler.ok(checkOut, outing(item, { ...family(''), contactId: contact.id } as never));
    expect((await handler.ok(readItem, undefined, { id: item.id })).custody).toMatchObject({
      holder: { name: '髙橋 健一' },
    });
    const [hers, urgent] = [await house.anItem(), await house.anItem()];
    const herself = { kind: 'other', relation: 'resident', name: '' } as const;
    await handler.ok(checkOut, { ...outing(hers, family('')), purpose: 'to-resident', holder: herself });
    await handler.ok(checkOut, {
      itemIds: [urgent.id],
      purpose: 'emergency',
      holder: { kind: 'other', relation: 'ambulance', name: '' },
      dueBackAt: null,
    });
  });
});

describe('what takes the place of an item', () => {
  const replacing = ({ id }: Item, replacedById: string | null) => ({
    itemIds: [id],
    disposition: 'replaced' as const,
    receiver: { relation: 'insurer' as const, name: '' },
    replacedById,
  });
  const another = ({ resident }: Item) =>
    house.anItem({ residentId: resident?.id ?? '', kind: 'eligibility-certificate' });

  test('is another item of the same resident', async () => {
    const old = await house.anItem();
    const next = await another(old);
    await house.manager.ok(handOver, replacing(old, next.id));
    expect((await handler.ok(readItem, undefined, { id: old.id })).custody).toMatchObject({ disposition: 'replaced' });
  });

  test('is neither itself, nor anybody else’s, nor gone, nor of another facility', async () => {
    const [old, hers] = [await house.anItem(), await house.anItem()];
    const gone = await another(old);
    await house.manager.ok(handOver, {
      itemIds: [gone.id],
      disposition: 'returned',
      receiver: { relation: 'resident', name: '' },
    });
    const ask = (id: string | null) => house.manager.send(handOver, replacing(old, id));
    expect((await ask(null)).refusal).toEqual({ kind: 'replacement-missing' });
    expect((await ask(old.id)).refusal).toEqual({ kind: 'replacement-missing' });
    expect(await ask(hers.id)).toMatchObject({
      status: 422,
      refusal: {
        kind: 'replacement-of-another',
        itemId: hers.id,
        itemKind: hers.kind,
        residentId: hers.resident?.id,
      },
    });
    expect((await ask(gone.id)).refusal).toMatchObject({ kind: 'item-ended', itemId: gone.id });
    expect((await ask((await house.second.anItem()).id)).status).toBe(404);
    expect((await handler.ok(readItem, undefined, { id: old.id })).custody.at).toBe('stored');
  });
});
