import { addContact, changeContact, listContacts, listEntries, removeContact } from '@azukari/contract';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const fields = {
  order: 1,
  name: '山田 太郎',
  kana: 'やまだ たろう',
  relation: '長男',
  capacity: 'family',
  phone: '090-1234-5678',
  email: 'taro@example.jp',
  address: '',
  language: 'ja',
  handOver: 'allowed',
  mayKnow: true,
} as const;

describe('contacts', () => {
  it('stand in their order; a never is kept as it is; a removed one is gone for good', async () => {
    const { id: residentId } = await house.aResident();
    const second = await house.manager.ok(addContact, {
      residentId,
      ...fields,
      order: 2,
      handOver: 'never',
      mayKnow: false,
    });
    const first = await house.manager.ok(addContact, { residentId, ...fields });
    const list = async () => (await house.manager.ok(listContacts, undefined, { residentId })).contacts;
    expect(await list()).toEqual([first, second]);
    expect(second).toMatchObject({ handOver: 'never', mayKnow: false, version: 1 });
    expect(await house.manager.ok(removeContact, { version: 1 }, { id: first.id })).toEqual({ removed: true });
    expect(await list()).toEqual([second]);
    expect((await house.manager.send(removeContact, { version: 2 }, { id: first.id })).refusal).toEqual({
      kind: 'not-found',
    });
    expect((await house.manager.send(changeContact, { version: 2, ...fields }, { id: first.id })).refusal).toEqual({
      kind: 'not-found',
    });
  });

  it('change by an entry that names what changed, and keeps words private', async () => {
    const { id: residentId } = await house.aResident();
    const { id } = await house.manager.ok(addContact, { residentId, ...fields });
    const changed = await house.manager.ok(
      changeContact,
      { version: 1, ...fields, phone: '03-9999-0000', handOver: 'ask-manager', note: '夜勤' },
      { id },
    );
    expect(changed).toMatchObject({ phone: '03-9999-0000', handOver: 'ask-manager', note: '夜勤', version: 2 });
    const { entries } = await house.manager.ok(listEntries, undefined, { residentId, type: 'contact.changed' });
    expect(entries[0]?.facts).toEqual({
      contact: id,
      order: 1,
      capacity: 'family',
      handOver: 'ask-manager',
      mayKnow: 'yes',
      fields: ['phone', 'handOver', 'note'],
    });
    expect(entries[0]?.private).toMatchObject({ phone: '03-9999-0000', note: '夜勤' });
    expect(entries[0]?.leaf).not.toContain('9999');
    expect((await house.manager.send(changeContact, { version: 1, ...fields }, { id })).refusal).toEqual({
      kind: 'stale-version',
      version: 2,
    });
  });

  it('are noted in the access log when somebody looks', async () => {
    const { id: residentId } = await house.aResident();
    const before = await house.ledgerSize('access');
    await house.manager.ok(listContacts, undefined, { residentId });
    expect(await house.ledgerSize('access')).toBe(before + 1);
  });
});

describe('who is to be told', () => {
  it.each([
    ['a telephone nobody can dial', { phone: 'あいうえ' }, 'phone', 'phone'],
    ['mail without an address', { notices: 'mail', email: '' }, 'email', 'needed-for-mail'],
    ['letters without an address', { notices: 'letter', address: '' }, 'address', 'needed-for-letter'],
    ['calls without a number', { notices: 'phone', phone: '' }, 'phone', 'needed-for-phone'],
  ])('is not written with %s', async (_, given, path, code) => {
    const { id: residentId } = await house.aResident();
    const before = await house.ledgerSize();
    const added = await house.manager.send(addContact, { residentId, ...fields, ...given } as never);
    expect([added.status, added.issues]).toEqual([400, [{ path, code }]]);
    expect(await house.ledgerSize()).toBe(before);
  });

  it.each(['090-1234-5678', '０３（１２３４）５６７８ 夜間', '+81 3 1234 5678', ''])(
    'has the telephone %s',
    async (phone) => {
      const { id: residentId } = await house.aResident();
      expect(await house.manager.ok(addContact, { residentId, ...fields, phone })).toMatchObject({ phone });
    },
  );
});
