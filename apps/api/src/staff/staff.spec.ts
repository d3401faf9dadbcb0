import {
  addStaff,
  appoint,
  changeStaff,
  confirmAppointment,
  endAppointment,
  giveCode,
  leaveStaff,
  listAppointments,
  listEntries,
  listStaff,
  readBoard,
  readCheckpoint,
  readProof,
  signIn,
  whoAmI,
} from '@azukari/contract';
import type { Role } from '@azukari/domain';
import { addDays, checkReceipt, confirmBy, parseVerifierKey } from '@azukari/domain';
import { sha256, verifyEd25519 } from '../ledger/crypto.ts';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import { CODE_MS } from '../session/passwords.ts';
import { PASSWORD, Person } from '../testing/person.ts';

let house: House;
let today: string;
beforeAll(async () => {
  house = await openHouse();
  today = house.clock.today();
});
afterAll(() => house.close());

const account = (loginId: string, role: Role = 'floor') => ({ name: '新田 葵', kana: 'にった あおい', loginId, role });

describe('a one-time code', () => {
  it('is invented by the server, told once, and kept only as a hash', async () => {
    const commandId = crypto.randomUUID();
    const { staff, code } = await house.manager.ok(addStaff, { commandId, ...account('aoi') });
    expect(code).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    const again = await house.manager.ok(addStaff, { commandId, ...account('aoi') });
    expect(again).toEqual({ staff, code: null });
    const row = await house.database.reads.sql.get<{ hash: string }>(
      'SELECT password_hash AS hash FROM staff WHERE id = ?',
      [staff.id],
    );
    expect(row?.hash).toMatch(/^\$argon2id\$/);
  });

  it('opens nothing but the choice of a password, once, and nobody else hears which', async () => {
    const { staff, code } = await house.manager.ok(addStaff, { ...account('ran'), name: '新田 蘭' });
    const given = { loginId: 'ran', password: code ?? '' };
    const attempt = (next?: string) => house.nobody.send(signIn, { ...given, ...(next !== undefined && { next }) });
    expect(await attempt()).toMatchObject({ status: 403, refusal: { kind: 'password-to-choose' } });
    expect((await attempt(code ?? '')).refusal).toEqual({ kind: 'password-weak', reason: 'is-code' });
    expect((await attempt('password123')).refusal).toEqual({ kind: 'password-weak', reason: 'common' });
    expect((await house.nobody.send(signIn, { ...given, password: 'guess', next: PASSWORD })).refusal?.kind).toBe(
      'sign-in-failed',
    );
    const before = await house.ledgerSize();
    await new Person(house.app, 'ran').enter(code);
    expect(await house.ledgerSize()).toBe(before + 1);
    const { entries } = await house.manager.ok(listEntries, undefined, { actorId: staff.id });
    expect(entries).toMatchObject([{ type: 'staff.password-set', facts: { staff: staff.id } }]);
    expect((await attempt('another-of-mine')).refusal?.kind).toBe('sign-in-failed');
    await new Person(house.app, 'ran').signIn();
  });

  it('takes the place of the password, ends all sessions of the person, and is good for a day', async () => {
    const person = await house.aStaff();
    const { code } = await house.manager.ok(giveCode, { version: 1 }, { id: person.staffId });
    expect((await person.send(whoAmI)).status).toBe(401);
    expect((await house.nobody.send(signIn, { loginId: person.loginId, password: person.password })).status).toBe(401);
    const elapsedMs = house.clock.elapsedMs.bind(house.clock);
    house.clock.elapsedMs = () => elapsedMs() + CODE_MS;
    const late = { loginId: person.loginId, password: code ?? '', next: PASSWORD };
    expect((await house.nobody.send(signIn, late)).refusal).toEqual({ kind: 'code-expired' });
    house.clock.elapsedMs = elapsedMs;
    await new Person(house.app, person.loginId).enter(code);
  });

  it('is no way to change a password by', async () => {
    const { loginId, password } = await house.aStaff();
    const reply = await house.nobody.send(signIn, { loginId, password, next: 'another-of-mine' });
    expect(reply.refusal?.kind).toBe('sign-in-failed');
    await house.signIn(loginId);
  });
});

describe('a sign-in name', () => {
  it('is in the list for who keeps accounts; everybody else sees their own', async () => {
    const colleague = await house.aStaff();
    const toldTo = async (person: Person) => {
      const { staff } = await person.ok(listStaff);
      const of = (one: Person) => staff.find(({ id }) => id === one.staffId)?.loginId;
      return [of(person), of(colleague)];
    };
    for (const who of [{}, { level: 'responsible' }, { role: 'auditor' }] as const) {
      const person = await house.aStaff(who);
      expect([who, await toldTo(person)]).toEqual([who, [person.loginId, null]]);
    }
    for (const keeper of [await house.aStaff({ role: 'admin' }), house.manager])
      expect(await toldTo(keeper)).toEqual([keeper.loginId, colleague.loginId]);
  });

  it('is not read in the record, nor in a proof, by those who do not keep accounts', async () => {
    const { loginId, staffId } = await house.aStaff();
    const handler = await house.aStaff({ level: 'handler' });
    const seen = async (person: Person) => {
      const { entries } = await person.ok(listEntries, undefined, { type: 'staff.added', limit: 200 });
      const entry = entries.find(({ facts }) => facts['staff'] === staffId);
      const { text } = await person.send(readProof, undefined, { seq: entry?.seq });
      const extra = Buffer.from(/^extra (.*)$/m.exec(text)?.[1] ?? '', 'base64').toString();
      return { private: entry?.private, erased: entry?.erased, proven: extra.includes(loginId), text };
    };
    const [manager, colleague] = [await seen(house.manager), await seen(handler)];
    expect(manager).toMatchObject({
      private: { name: expect.stringContaining('鈴木') as string, loginId },
      erased: [],
      proven: true,
    });
    expect(colleague).toMatchObject({
      private: { name: expect.stringContaining('鈴木') as string },
      erased: [],
      proven: false,
    });
    expect(colleague.private).not.toHaveProperty('loginId');
    const key = parseVerifierKey((await handler.ok(readCheckpoint)).key, sha256);
    expect(checkReceipt(colleague.text, key ? [key] : [], { sha256, verify: verifyEd25519 }).verdict).toBe('holds');
  });

  it('is one person’s in the whole house, also in another facility', async () => {
    const taken = { status: 409, refusal: { kind: 'login-taken' } };
    expect(await house.manager.send(addStaff, account('manager'))).toMatchObject(taken);
    expect(await house.second.manager.send(addStaff, account('manager'))).toMatchObject(taken);
  });
});

describe('a role', () => {
  it('is changed by who keeps accounts, never one’s own, and takes effect on the next request', async () => {
    const admin = await house.aStaff({ role: 'admin' });
    const person = await house.aStaff();
    expect((await person.send(addStaff, account('x1'))).refusal).toMatchObject({
      kind: 'not-allowed',
      action: 'keep-accounts',
    });
    const changed = await admin.ok(changeStaff, { version: 1, role: 'admin' }, { id: person.staffId });
    expect(changed).toMatchObject({ role: 'admin', version: 2 });
    await person.ok(addStaff, { ...account('x2'), name: '新田 碧' });
    expect(
      (await admin.send(changeStaff, { version: 1, role: 'auditor' }, { id: admin.staffId })).refusal,
    ).toMatchObject({
      kind: 'not-allowed',
      action: 'keep-accounts',
    });
    expect((await admin.ok(changeStaff, { version: 1, name: '新しい 名' }, { id: admin.staffId })).name).toBe(
      '新しい 名',
    );
  });

  it('of a manager is given by a manager only: nobody raises themselves by an account of their own making', async () => {
    const admin = await house.aStaff({ role: 'admin' });
    const person = await house.aStaff();
    const refusal = { status: 403, refusal: { kind: 'not-allowed', action: 'appoint' } };
    expect(await admin.send(addStaff, account('raised', 'manager'))).toMatchObject(refusal);
    expect(await admin.send(changeStaff, { version: 1, role: 'manager' }, { id: person.staffId })).toMatchObject(
      refusal,
    );
    expect((await house.manager.ok(changeStaff, { version: 1, role: 'manager' }, { id: person.staffId })).role).toBe(
      'manager',
    );
    await house.manager.ok(leaveStaff, { version: 2 }, { id: person.staffId });
  });
});

describe('who keeps accounts without being a manager', () => {
  it('changes nothing of a manager, nor gives a password to who answers for the cards', async () => {
    const admin = await house.aStaff({ role: 'admin' });
    const refusal = { status: 403, refusal: { kind: 'not-allowed', action: 'appoint' } };
    const { staffId: id } = house.manager;
    for (const given of [{ name: '佐藤 華子' }, { kana: 'さとう' }, { role: 'floor' }, { name: '佐藤 花子' }] as const)
      expect(await admin.send(changeStaff, { version: 1, ...given }, { id })).toMatchObject(refusal);
    const manager = await house.aStaff({ role: 'manager' });
    const [deputy, responsible] = [
      await house.aStaff({ level: 'deputy' }),
      await house.aStaff({ level: 'responsible' }),
    ];
    for (const person of [manager, deputy, responsible]) {
      expect(await admin.send(giveCode, { version: 1 }, { id: person.staffId })).toMatchObject(refusal);
      expect((await person.send(whoAmI)).status).toBe(200);
      await house.manager.ok(giveCode, { version: 1 }, { id: person.staffId });
    }
    const handler = await house.aStaff({ level: 'handler' });
    await admin.ok(giveCode, { version: 1 }, { id: handler.staffId });
    await house.manager.ok(leaveStaff, { version: 2 }, { id: manager.staffId });
  });
});

describe('a name', () => {
  it('is one colleague’s in a facility, however it is written, until she leaves', async () => {
    const name = '髙木　ﾏﾘ';
    const first = await house.aStaff({ name });
    const taken = { status: 409, refusal: { kind: 'name-taken', staffId: first.staffId } };
    const person = await house.aStaff();
    for (const same of [name, '髙木 マリ', '髙木マリ']) {
      expect(await house.manager.send(addStaff, { ...account('mari'), name: same })).toMatchObject(taken);
      expect(await house.manager.send(changeStaff, { version: 1, name: same }, { id: person.staffId })).toMatchObject(
        taken,
      );
    }
    await house.manager.ok(changeStaff, { version: 1, name: '髙木 マリ' }, { id: first.staffId });
    await house.second.manager.ok(addStaff, { ...account('mari-2'), name });
    await house.manager.ok(leaveStaff, { version: 2 }, { id: first.staffId });
    await house.manager.ok(addStaff, { ...account('mari'), name });
  });
});

describe('the last manager', () => {
  it('can neither leave nor lose the role; one of two can', async () => {
    const admin = await house.aStaff({ role: 'admin' });
    const id = house.manager.staffId;
    const last = { status: 409, refusal: { kind: 'last-manager' } };
    expect(await house.manager.send(leaveStaff, { version: 1 }, { id })).toMatchObject(last);
    const other = await house.aStaff({ role: 'manager' });
    expect((await house.manager.ok(changeStaff, { version: 1, role: 'floor' }, { id: other.staffId })).role).toBe(
      'floor',
    );
    expect(await house.manager.send(leaveStaff, { version: 1 }, { id })).toMatchObject(last);
    // Who keeps accounts may not clear the way by taking the managers out of it.
    for (const verb of [changeStaff, leaveStaff])
      expect((await admin.send(verb, { version: 1, role: 'floor' } as never, { id })).status).toBeGreaterThanOrEqual(
        400,
      );
    expect((await admin.send(leaveStaff, { version: 1 }, { id })).refusal).toMatchObject({
      kind: 'not-allowed',
      action: 'appoint',
    });
  });
});

describe('appointing oneself', () => {
  const oneself = (person: Person) =>
    ({ staffId: person.staffId, level: 'deputy', from: addDays(today, 400), to: null }) as const;

  it('is for another manager to do, where there is one', async () => {
    const [one, other] = [await house.aStaff({ role: 'manager' }), await house.aStaff({ role: 'manager' })];
    const before = await house.ledgerSize();
    expect(await one.send(appoint, oneself(one))).toMatchObject({ status: 409, refusal: { kind: 'self-appointment' } });
    expect(await house.ledgerSize()).toBe(before);
    await other.ok(appoint, oneself(one));
    expect((await other.ok(readBoard)).staff.selfAppointments).toEqual([]);
  });

  it('waits for somebody else where there is none, on 今日, and never for oneself', async () => {
    const { manager } = house.second;
    const [line] = (await manager.ok(listAppointments)).appointments;
    await manager.ok(endAppointment, { version: 1, on: today }, { id: line?.id });
    const { id } = await manager.ok(appoint, oneself(manager));
    const waiting = { id, staff: { id: manager.staffId }, level: 'deputy', confirmBy: confirmBy(today) };
    const auditor = await house.second.aStaff({ role: 'auditor' });
    expect((await auditor.ok(readBoard)).staff.selfAppointments).toMatchObject([waiting]);
    expect((await manager.send(confirmAppointment, {}, { id })).refusal).toEqual({ kind: 'self-appointment' });
    expect((await house.manager.send(confirmAppointment, {}, { id })).status).toBe(404);
    await auditor.ok(confirmAppointment, {}, { id });
    expect((await auditor.ok(readBoard)).staff.selfAppointments).toEqual([]);
    const { entries } = await auditor.ok(listEntries, undefined, { limit: 1 });
    expect(entries).toMatchObject([
      { type: 'appointment.confirmed', facts: { appointment: id, staff: manager.staffId } },
    ]);
  });
});

describe('leaving', () => {
  it('ends sessions and appointments at once; today stays in the book', async () => {
    const person = await house.aStaff({ level: 'handler' });
    const id = person.staffId;
    const [running] = (await house.manager.ok(listAppointments, undefined, { on: today })).appointments.filter(
      ({ staff }) => staff.id === id,
    );
    await house.manager.ok(endAppointment, { version: 1, on: addDays(today, 5) }, { id: running?.id });
    const later = await house.manager.ok(appoint, { staffId: id, level: 'deputy', from: addDays(today, 10), to: null });
    const left = await house.manager.ok(leaveStaff, { version: 1 }, { id });
    expect(left).toMatchObject({ leftOn: today, level: null });

    expect((await person.send(whoAmI)).status).toBe(401);
    expect((await house.nobody.send(signIn, { loginId: person.loginId, password: person.password })).status).toBe(401);
    const on = async (day: string) =>
      (await house.manager.ok(listAppointments, undefined, { on: day })).appointments.filter(
        ({ staff }) => staff.id === id,
      ).length;
    expect([await on(today), await on(addDays(today, 1)), await on(addDays(today, 20))]).toEqual([1, 0, 0]);
    const { entries } = await house.manager.ok(listEntries, undefined, { limit: 3 });
    expect(entries.map(({ type }) => type).sort()).toEqual(['appointment.ended', 'appointment.ended', 'staff.left']);
    expect(entries.map(({ facts }) => facts['appointment'])).toContain(later.id);

    expect(
      (await house.manager.send(appoint, { staffId: id, level: 'handler', from: today, to: null })).refusal,
    ).toEqual({ kind: 'staff-left', staffId: id });
    expect((await house.manager.send(giveCode, { version: 2 }, { id })).refusal).toEqual({
      kind: 'staff-left',
      staffId: id,
    });
    const ids = async (at: { left?: boolean }) =>
      (await house.manager.ok(listStaff, undefined, at)).staff.map((staff) => staff.id);
    expect([(await ids({})).includes(id), (await ids({ left: true })).includes(id)]).toEqual([false, true]);
  });
});

describe('an appointment', () => {
  it('answers who could handle cards on a day', async () => {
    const { staffId } = await house.aStaff();
    const from = addDays(today, 40);
    const made = await house.manager.ok(appoint, { staffId, level: 'deputy', from, to: addDays(from, 2) });
    expect(made).toMatchObject({
      staff: { id: staffId },
      level: 'deputy',
      appointedBy: { id: house.manager.staffId },
      version: 1,
    });
    const on = async (day: string) =>
      (await house.manager.ok(listAppointments, undefined, { on: day })).appointments
        .map(({ id }) => id)
        .includes(made.id);
    expect([
      await on(addDays(from, -1)),
      await on(from),
      await on(addDays(from, 2)),
      await on(addDays(from, 3)),
    ]).toEqual([false, true, true, false]);
  });

  it('that is entered afterwards says on which day it was, in the whole book and for a day', async () => {
    const { staffId } = await house.aStaff();
    const from = addDays(today, -300);
    const made = await house.manager.ok(appoint, { staffId, level: 'handler', from, to: addDays(from, 9) });
    expect(made).toMatchObject({ from, recordedOn: today });
    const lineOf = async (at: { on?: string }) =>
      (await house.manager.ok(listAppointments, undefined, at)).appointments.find(({ id }) => id === made.id);
    expect(await lineOf({})).toEqual(made);
    expect(await lineOf({ on: addDays(from, 1) })).toEqual(made);
    const first = (await house.manager.ok(listAppointments)).appointments.find(
      ({ staff }) => staff.id === house.manager.staffId,
    );
    expect(first).toMatchObject({ from: today, recordedOn: today });
  });

  it('begins on a day of this century', async () => {
    const { staffId } = await house.aStaff();
    const line = (from: string) => house.manager.send(appoint, { staffId, level: 'handler', from, to: from });
    expect(await line('1999-12-31')).toMatchObject({ status: 400, issues: [{ path: 'from', code: 'day' }] });
    expect((await line('2000-01-01')).status).toBe(201);
  });

  it('never lies over another of the same person', async () => {
    const { staffId } = await house.aStaff();
    const line = (from: number, to: number | null) =>
      house.manager.send(appoint, {
        staffId,
        level: 'handler',
        from: addDays(today, from),
        to: to === null ? null : addDays(today, to),
      });
    expect((await line(10, 20)).status).toBe(201);
    const overlaps = { kind: 'appointment-overlaps', from: addDays(today, 10), to: addDays(today, 20) };
    for (const [from, to] of [
      [20, null],
      [5, 10],
      [0, null],
      [12, 13],
    ] as const)
      expect((await line(from, to)).refusal).toEqual(overlaps);
    expect((await line(9, 8)).refusal).toEqual({ kind: 'dates-out-of-order' });
    expect([(await line(0, 9)).status, (await line(21, null)).status]).toEqual([201, 201]);
  });

  it('ended in the past ends at once, and yesterday stays true', async () => {
    const person = await house.aStaff();
    const { staffId } = person;
    const { id } = await house.manager.ok(appoint, {
      staffId,
      level: 'responsible',
      from: addDays(today, -100),
      to: null,
    });
    expect((await person.ok(whoAmI)).staff.level).toBe('responsible');
    const ended = await house.manager.ok(endAppointment, { version: 1, on: addDays(today, -90) }, { id });
    expect(ended).toMatchObject({ to: addDays(today, -1), version: 2 });
    expect((await person.ok(whoAmI)).staff.level).toBeNull();
    expect((await house.manager.send(endAppointment, { version: 2, on: addDays(today, 9) }, { id })).refusal).toEqual({
      kind: 'dates-out-of-order',
    });
    expect((await house.manager.send(endAppointment, { version: 1, on: today }, { id })).refusal).toEqual({
      kind: 'stale-version',
      version: 2,
    });
    await house.manager.ok(appoint, { staffId, level: 'handler', from: today, to: null });
    expect((await person.ok(whoAmI)).staff.level).toBe('handler');
  });
});
