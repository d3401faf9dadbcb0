import {
  endAgreement,
  leaveResident,
  listAgreements,
  listEntries,
  makeAgreement,
  publishAgreementText,
  reviewAgreement,
  takeIn,
} from '@azukari/contract';
import { addDays } from '@azukari/domain';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';

let house: House;
let today: string;
beforeAll(async () => {
  house = await openHouse();
  today = house.clock.today();
});
afterAll(() => house.close());

describe('an agreement', () => {
  it('is numbered in its facility and names the newest text', async () => {
    const first = await house.anAgreement();
    expect([first.number, first.textVersion]).toEqual([1, 1]);
    await house.manager.ok(publishAgreementText, { text: '二つめの文面' });
    const second = await house.anAgreement();
    expect([second.number, second.textVersion]).toEqual([2, 2]);
    expect((await house.second.anAgreement()).number).toBe(1);
    const { agreements } = await house.manager.ok(listAgreements, undefined, { residentId: second.residentId });
    expect(agreements).toEqual([second]);
    expect((await house.manager.ok(listAgreements)).agreements.map(({ number }) => number)).toEqual([2, 1]);
  });

  it('is an entry with its kinds in the order of the table, each once, and no word in the open', async () => {
    const made = await house.anAgreement({
      kinds: ['patient-card', 'my-number-card', 'patient-card'],
      signerName: '後見 一郎',
      capacity: 'guardian',
    });
    expect(made.kinds).toEqual(['my-number-card', 'patient-card']);
    const { entries } = await house.manager.ok(listEntries, undefined, {
      residentId: made.residentId,
      type: 'agreement.made',
    });
    expect(entries[0]?.facts).toMatchObject({
      agreement: made.id,
      kinds: made.kinds,
      capacity: 'guardian',
      from: today,
      to: null,
    });
    expect(entries[0]?.private['signerName']).toBe('後見 一郎');
    expect(entries[0]?.leaf).not.toContain('後見 一郎');
  });

  it('has its days in order, is not signed tomorrow, and not for who has left', async () => {
    const { id: residentId } = await house.aResident();
    const make = (given: object) =>
      house.manager.send(makeAgreement, {
        residentId,
        kinds: ['other'],
        signerName: '山田',
        capacity: 'family',
        reason: '通院',
        willHeard: 'spoken',
        signedOn: today,
        from: today,
        to: null,
        ...given,
      });
    expect((await make({ to: addDays(today, -1) })).refusal).toEqual({ kind: 'dates-out-of-order' });
    expect((await make({ signedOn: addDays(today, 1) })).refusal).toMatchObject({ kind: 'occurred-in-future' });
    await house.manager.ok(leaveResident, { version: 1, on: addDays(today, -1), reason: 'moved' }, { id: residentId });
    expect((await make({})).refusal).toEqual({ kind: 'resident-left', residentId, on: addDays(today, -1) });
  });

  it('ends once, not before it began, and then covers nothing', async () => {
    const { id, residentId } = await house.anAgreement({ from: addDays(today, -10) });
    const end = (on: string, version = 1) => house.manager.send(endAgreement, { version, on }, { id });
    expect((await end(addDays(today, -11))).refusal).toEqual({ kind: 'dates-out-of-order' });
    expect((await end(addDays(today, -1))).body).toMatchObject({ endedOn: addDays(today, -1), version: 2 });
    expect((await end(today, 1)).refusal).toEqual({ kind: 'stale-version', version: 2 });
    expect((await end(today, 2)).refusal).toEqual({ kind: 'agreement-ended', on: addDays(today, -1) });
    const reply = await house.manager.send(takeIn, {
      residentId,
      agreementId: id,
      kind: 'my-number-card',
      storageId: null,
    });
    expect(reply.refusal).toMatchObject({ kind: 'agreement-missing' });
  });

  it('is reviewed, not in the future and not backwards', async () => {
    const { id } = await house.anAgreement({ from: addDays(today, -400), signedOn: addDays(today, -400) });
    const review = (on: string, version: number) => house.manager.send(reviewAgreement, { version, on }, { id });
    expect((await review(addDays(today, 1), 1)).refusal).toMatchObject({ kind: 'occurred-in-future' });
    expect((await review(today, 1)).body).toMatchObject({ reviewedOn: today, version: 2 });
    expect((await review(addDays(today, -1), 2)).refusal).toEqual({ kind: 'dates-out-of-order' });
  });
});
