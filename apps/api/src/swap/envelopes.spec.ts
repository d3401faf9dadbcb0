import {
  handOver,
  listAgreements,
  listEntries,
  listEnvelopes,
  listItems,
  markEnvelope,
  openEnvelope,
  receiveEnvelopes,
  settleEnvelopes,
} from '@azukari/contract';
import type { EnvelopeRule, ItemKind } from '@azukari/domain';
import { openHouse } from '../testing/house.ts';
import type { Home, House } from '../testing/house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const KINDS: ItemKind[] = ['care-copay-certificate', 'care-insurance-card', 'sealed-envelope'];

/** A resident with an agreement that says this about envelopes. */
async function aResident(rule: EnvelopeRule | null = 'insurer-may-be-opened', home: Home = house) {
  const agreement = await home.anAgreement({ kinds: KINDS, envelopes: rule });
  return { residentId: agreement.residentId, agreement };
}

const receive = (residentId: string, given: object = {}) =>
  house.manager.ok(receiveEnvelopes, { envelopes: [{ residentId, from: 'insurer', ...given }] });
const envelopes = async (home: Home = house) => (await home.manager.ok(listEnvelopes)).envelopes;
const envelopeOf = async (residentId: string) => {
  const found = (await envelopes()).find(({ resident }) => resident?.id === residentId);
  if (!found) throw new Error('no envelope');
  return found;
};
const entriesOf = async (itemId: string) =>
  (await house.manager.ok(listEntries, undefined, { itemId })).entries.map(({ type }) => type).reverse();

describe('what an agreement says about envelopes', () => {
  it('is an entry of its own beside the agreement, and can be settled later', async () => {
    const { residentId, agreement } = await aResident(null);
    expect(agreement.envelopes).toBeNull();
    const settle = (rule: EnvelopeRule, version: number) =>
      house.manager.send(settleEnvelopes, { rule, version }, { id: agreement.id });
    expect((await settle('insurer-may-be-opened', 1)).body).toMatchObject({
      envelopes: 'insurer-may-be-opened',
      version: 2,
    });
    expect((await settle('insurer-may-be-opened', 2)).refusal).toEqual({ kind: 'nothing-to-change' });
    expect((await settle('stay-closed', 1)).refusal).toMatchObject({ kind: 'stale-version' });
    expect((await settle('stay-closed', 2)).status).toBe(200);
    const { agreements } = await house.manager.ok(listAgreements, undefined, { residentId });
    expect(agreements[0]?.envelopes).toBe('stay-closed');
    const { entries } = await house.manager.ok(listEntries, undefined, { residentId });
    expect(entries.map(({ type }) => type).filter((type) => type === 'agreement.envelopes-settled')).toHaveLength(2);
  });

  it('that is given with the agreement is recorded with it, under one command', async () => {
    const { residentId } = await aResident('stay-closed');
    const { entries } = await house.manager.ok(listEntries, undefined, { residentId });
    const [settled, made] = entries;
    expect([made?.type, settled?.type]).toEqual(['agreement.made', 'agreement.envelopes-settled']);
    expect(settled?.command).toBe(made?.command);
  });
});

describe('an envelope that arrives', () => {
  it('is kept unopened, with who sent it and what one awaits in it', async () => {
    const { residentId } = await aResident();
    await receive(residentId, { expected: ['care-copay-certificate'] });
    const envelope = await envelopeOf(residentId);
    expect(envelope).toMatchObject({
      from: 'insurer',
      expected: ['care-copay-certificate'],
      days: 0,
      overdue: false,
      held: false,
      obstacle: null,
      arrivedOn: house.clock.today(),
    });
    expect(await entriesOf(envelope.id)).toEqual(['item.taken-in', 'envelope.marked']);
  });

  it('without an agreement for envelopes it is held, and nobody waits', async () => {
    const { residentId } = await house.anAgreement({ kinds: ['care-copay-certificate'] });
    await receive(residentId);
    expect(await envelopeOf(residentId)).toMatchObject({ held: true, obstacle: 'not-agreed' });
  });

  it('comes for many at once, or for none', async () => {
    const ids = await Promise.all([aResident(), aResident()]);
    const order = (residentId: string) => ({ residentId, from: 'insurer' as const });
    const before = await house.ledgerSize();
    const foreign = await house.second.aResident();
    const reply = await house.manager.send(receiveEnvelopes, {
      envelopes: [...ids.map(({ residentId }) => order(residentId)), order(foreign.id)],
    });
    expect(reply.refusal).toEqual({ kind: 'not-found' });
    expect(await house.ledgerSize()).toBe(before);
    const { receipt } = await house.manager.ok(receiveEnvelopes, {
      envelopes: ids.map(({ residentId }) => order(residentId)),
    });
    expect(receipt.entries).toHaveLength(4);
    expect(await envelopes(house.second)).toEqual([]);
  });

  it('ages, and after seven days it is time', async () => {
    const { residentId } = await aResident();
    await receive(residentId);
    const old = await envelopeOf(residentId);
    const arrived = new Date(Date.parse(house.clock.now()) - 8 * 86_400_000).toISOString();
    await house.database.writes.run(({ sql }) =>
      sql.run('UPDATE item SET taken_in_at = ? WHERE id = ?', [arrived, old.id]),
    );
    expect(await envelopeOf(residentId)).toMatchObject({ days: 8, overdue: true });
    expect((await envelopes())[0]?.id).toBe(old.id);
  });

  it('is handed on unopened and then no longer listed', async () => {
    const { residentId } = await aResident('stay-closed');
    await receive(residentId);
    const { id } = await envelopeOf(residentId);
    await house.manager.ok(handOver, {
      itemIds: [id],
      disposition: 'returned',
      receiver: { relation: 'resident', name: '' },
    });
    expect((await envelopes()).some((one) => one.id === id)).toBe(false);
  });
});

describe('opening an envelope', () => {
  const paper = { kind: 'care-copay-certificate', printedExpiresOn: '2027-07-31' } as const;
  const open = (id: string, papers: object[] = [paper]) =>
    house.manager.send(openEnvelope, { papers: papers as (typeof paper)[] }, { id });

  it('keeps what was in it, in one command, and ends the envelope', async () => {
    const { residentId } = await aResident();
    await receive(residentId);
    const { id } = await envelopeOf(residentId);
    const reply = await open(id);
    expect(reply.status).toBe(201);
    expect(await entriesOf(id)).toEqual(['item.taken-in', 'envelope.marked', 'envelope.opened', 'item.handed-over']);
    const { items } = await house.manager.ok(listItems, undefined, { residentId, place: 'stored' });
    expect(items).toMatchObject([{ ...paper, custody: { at: 'stored' }, agreed: true }]);
    expect(reply.body.receipt.entries).toHaveLength(3);
  });

  it('with nothing to keep gives all of it to the resident', async () => {
    const { residentId } = await aResident();
    await receive(residentId);
    const { id } = await envelopeOf(residentId);
    expect((await open(id, [])).status).toBe(201);
    const { items } = await house.manager.ok(listItems, undefined, { residentId, place: 'ended' });
    expect(items[0]?.custody).toMatchObject({ at: 'ended', disposition: 'returned' });
  });

  it('is refused where the agreement keeps it closed, where nobody asked, and when no insurer sent it', async () => {
    for (const [rule, from, obstacle] of [
      ['stay-closed', 'insurer', 'not-agreed'],
      [null, 'insurer', 'not-agreed'],
      ['insurer-may-be-opened', 'j-lis', 'not-from-insurer'],
    ] as const) {
      const { residentId } = await aResident(rule);
      await receive(residentId, { from });
      const envelope = await envelopeOf(residentId);
      expect(envelope.obstacle).toBe(obstacle);
      const before = await house.ledgerSize();
      expect((await open(envelope.id)).refusal).toEqual({ kind: 'envelope-stays-closed', residentId, obstacle });
      expect(await house.ledgerSize()).toBe(before);
    }
  });

  it('of one of which nothing was said waits until somebody says who sent it', async () => {
    const { residentId, agreement } = await aResident();
    const { id } = await house.anItem({ residentId, agreementId: agreement.id, kind: 'sealed-envelope' });
    expect((await open(id)).refusal).toMatchObject({ obstacle: 'not-from-insurer' });
    const floor = await house.aStaff();
    await floor.ok(markEnvelope, { from: 'insurer' }, { id });
    expect((await open(id)).status).toBe(201);
  });

  it('never looks at what is no envelope', async () => {
    const { id } = await house.anItem();
    expect((await open(id)).refusal).toMatchObject({ kind: 'kind-refused' });
    expect((await house.manager.send(markEnvelope, { from: 'insurer' }, { id })).refusal).toMatchObject({
      kind: 'kind-refused',
    });
  });
});
