import {
  addDemoFacility,
  listStaff,
  setDemoClock,
  setDemoPassword,
  setUpState,
  signIn,
  whoAmI,
} from '@azukari/contract';
import { addDays, dayInTokyo } from '@azukari/domain';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import { SAMPLES } from '../testing/samples.ts';
import type { Fixtures, Seqs } from '../testing/things.ts';

const facility = {
  name: 'つばき荘',
  manager: { name: '椿 三郎', kana: 'つばき さぶろう', loginId: 'tsubaki', password: 'azukari-demo' },
};

const INBOX = 'http://localhost:1080';

describe('outside a demo', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse({ env: { AZUKARI_DEMO_INBOX: INBOX } });
  });
  afterAll(() => house.close());

  test.each(['setDemoClock', 'addDemoFacility', 'setDemoPassword'] as const)('%s does not exist', async (name) => {
    const endpoint = { setDemoClock, addDemoFacility, setDemoPassword }[name];
    const { body } = SAMPLES[name]({ staffId: house.manager.staffId } as Fixtures & Seqs, house.clock.today());
    for (const person of [house.manager, house.nobody]) {
      const reply = await person.raw({
        method: 'POST',
        url: endpoint.path,
        payload: { commandId: crypto.randomUUID(), ...body },
      });
      expect([reply.status, reply.body]).toEqual([404, { refusal: { kind: 'not-found' } }]);
    }
    expect(await house.manager.ok(whoAmI)).toMatchObject({ demo: false });
    expect(await house.manager.ok(whoAmI)).not.toHaveProperty('demoInbox');
  });
});

describe('in a demo', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse({ demo: true, env: { AZUKARI_DEMO_INBOX: INBOX } });
  });
  afterAll(() => house.close());

  it('a manager moves the clock to a Japan time and back; sessions run on', async () => {
    const real = dayInTokyo(new Date().toISOString());
    const { now } = await house.manager.ok(setDemoClock, { days: 40, at: '09:30' });
    const told = (await house.manager.ok(whoAmI)).now;
    for (const at of [now, told])
      expect(Math.abs(Date.parse(at) - Date.parse(`${addDays(real, 40)}T00:30:00Z`))).toBeLessThan(5_000);
    const back = await house.manager.ok(setDemoClock, { days: null });
    expect(Math.abs(Date.parse(back.now) - Date.now())).toBeLessThan(5_000);
    expect(await (await house.aStaff({ role: 'admin' })).send(setDemoClock, { days: 1 })).toMatchObject({
      status: 403,
    });
  });

  it('moved from its own day, it goes on from there, whatever the day is outside', async () => {
    const real = dayInTokyo(new Date().toISOString());
    await house.manager.ok(setDemoClock, { days: 40, at: '23:59' });
    const { now } = await house.manager.ok(setDemoClock, { days: 7, from: 'declared' });
    expect(Math.abs(Date.parse(now) - Date.parse(`${addDays(real, 47)}T01:00:00Z`))).toBeLessThan(5_000);
    await house.manager.ok(setDemoClock, { days: null });
  });

  it('says where its mails can be read', async () => {
    expect(await house.manager.ok(whoAmI)).toMatchObject({ demo: true, demoInbox: INBOX });
  });

  it('a manager makes another facility, which is nobody’s but its manager’s', async () => {
    const made = await house.manager.ok(addDemoFacility, facility);
    const theirs = await house.signIn('tsubaki', 'azukari-demo');
    expect(theirs.facilityId).toBe(made.facility.id);
    expect((await theirs.ok(listStaff)).staff.map(({ id }) => id)).toEqual([made.manager.id]);
    expect((await house.manager.ok(whoAmI)).facility.id).toBe(house.facilityId);
    expect(await house.manager.send(addDemoFacility, facility)).toMatchObject({
      status: 409,
      refusal: { kind: 'login-taken' },
    });
    expect((await house.nobody.ok(setUpState)).needed).toBe(false);
  });

  it('a manager chooses a colleague’s password, never another facility’s', async () => {
    const person = await house.aStaff();
    await house.manager.ok(setDemoPassword, { staffId: person.staffId, password: 'azukari-demo' });
    await house.nobody.ok(signIn, { loginId: person.loginId, password: 'azukari-demo' });
    expect((await house.second.manager.send(setDemoPassword, { staffId: person.staffId, password: 'x' })).status).toBe(
      404,
    );
  });
});
