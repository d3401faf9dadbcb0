import {
  addInsurer,
  addStorage,
  addTablet,
  appoint,
  checkOut,
  closeDeadline,
  closeLoss,
  holdTemporarily,
  leaveResident,
  markEnvelope,
  noteApplication,
  noteTraining,
  reportMissing,
  undoLeaving,
} from '@azukari/contract';
import { addDays, queuedDelivery } from '@azukari/domain';
import { insertErasure } from '../erasures/erasure-rows.ts';
import { keepKeys } from '../keys/key-rows.ts';
import { keepState } from '../notices/engine-state.ts';
import { insertNotice } from '../notices/notice-rows.ts';
import type { StoredNotice } from '../notices/notice-rows.ts';
import { countsOf } from './counts.ts';
import type { Home, House } from './house.ts';
import { reconciliationsOf } from './reconciliations.ts';
import { APPLICATION, INSURER } from './samples.ts';
import { transfersFor } from './transfers.ts';
import type { Fixtures, Sample, Seqs, Thing } from './things.ts';

const COUNTS = ['countId', 'comparedId', 'settledId', 'othersId', 'awaitedId', 'listedId', 'lookedId'] as const;
const MONTHS = ['monthBegunId', 'monthCountedId', 'monthAwaitedId', 'monthClosedId'] as const;
const NOTICES = ['noticeId', 'replyCode', 'answerId', 'sentId', 'testId'] as const;

/** thingsIn are the things of which a request speaks. */
export function thingsIn(sample: Sample, today: string): ReadonlySet<Thing> {
  const names = new Set<Thing>();
  const recorder = new Proxy({} as Fixtures & Seqs, {
    get: (_, name) => {
      names.add(name as Thing);
      return crypto.randomUUID();
    },
  });
  sample(recorder, today);
  return names;
}

/** fixturesOf makes one of each in a facility; or only of what is named, and of what that needs, for a suite that asks often. */
export async function fixturesOf(home: Home, house: House, only?: ReadonlySet<Thing>): Promise<Fixtures & Seqs> {
  const wanted = (...names: readonly Thing[]): boolean => only === undefined || names.some((name) => only.has(name));
  const { manager, facilityId } = home;
  const kept = await keptThings(home, wanted);
  const { residentId, agreementId, itemId, contactId, pouchId } = kept;
  const loss = wanted('lossSeq') ? await aLoss(home, { residentId, agreementId }) : -1;
  const closedLoss = wanted('closedLossSeq') ? await aLoss(home, { residentId, agreementId }) : -1;
  if (wanted('closedLossSeq'))
    await manager.ok(closeLoss, { seq: closedLoss, as: 'reissued', note: '新しいカードが届いた' });
  const insurer = wanted('insurerId')
    ? await manager.ok(addInsurer, { name: '桜市', ...INSURER, yearEnds: [...INSURER.yearEnds] })
    : null;
  const noted = wanted('applicationSeq')
    ? await manager.ok(noteApplication, { version: 0, ...APPLICATION }, { id: residentId })
    : null;
  const told = { facilityId, residentId, itemId, contactId };
  const notices = wanted(...NOTICES) ? await noticesOf(house, told) : nothing(NOTICES);
  const drawer = wanted('drawerId')
    ? await manager.ok(addStorage, { parentId: null, kind: 'locker', label: '空きロッカー' })
    : null;
  const tablet = wanted('tabletId') ? await manager.ok(addTablet, { name: '2階のろうか' }) : null;
  await house.database.writes.run(({ sql }) => keepKeys(sql, facilityId, true));
  const staff = await staffThings(home, house, { pouchId, itemId }, wanted);
  const gone = wanted('goneId', 'erasureId', 'stoppedId')
    ? await whoLeft(home, house)
    : nothing(['goneId', 'erasureId', 'stoppedId']);
  const transfers = wanted('comingId', 'passedOnId')
    ? await transfersFor(home, house)
    : nothing(['comingId', 'passedOnId']);
  return {
    ...gone,
    ...transfers,
    ...kept,
    ...notices,
    ...staff,
    tabletId: tablet?.tablets[0]?.id ?? '',
    drawerId: drawer?.storages[0]?.id ?? '',
    insurerId: insurer?.id ?? '',
    applicationSeq: noted?.receipt.entries[0]?.seq ?? -1,
    lossSeq: loss,
    closedLossSeq: closedLoss,
  };
}

type Wanted = (...names: readonly Thing[]) => boolean;

function nothing<K extends Thing>(names: readonly K[]): Readonly<Record<K, string>> {
  return Object.fromEntries(names.map((name) => [name, ''])) as Record<K, string>;
}

type Kept =
  | ('residentId' | 'contactId' | 'agreementId' | 'itemId' | 'closedId' | 'outId' | 'heldId' | 'foundId')
  | ('envelopeId' | 'pouchId' | 'emptyPouchId' | 'pastCommandId' | 'outSeq');

/** A resident with an agreement, and what is kept for her. */
async function keptThings(home: Home, wanted: Wanted): Promise<Pick<Fixtures & Seqs, Kept>> {
  const { manager } = home;
  const { id: residentId } = await home.aResident();
  const pastCommandId = crypto.randomUUID();
  const hold = (of: string | null) =>
    manager.ok(holdTemporarily, {
      residentId: of,
      kind: 'patient-card',
      reason: of === null ? 'found' : 'no-agreement',
      storageId: null,
    });
  // What does not wait for another goes together; it is made for every route.
  const [agreement, contact, emptyPouch, held, found] = await Promise.all([
    home.anAgreement({
      residentId,
      kinds: ['care-insurance-card', 'eligibility-certificate', 'my-number-card', 'sealed-envelope', 'patient-card'],
      envelopes: 'insurer-may-be-opened',
    }),
    home.aContact({ residentId }),
    home.aPouch(),
    wanted('heldId') ? hold(residentId) : null,
    wanted('foundId') ? hold(null) : null,
  ]);
  const agreementId = agreement.id;
  const own = { residentId, agreementId };
  const [item, closed, out, envelope] = await Promise.all([
    home.anItem({ ...own, printedExpiresOn: '2030-03-31' }),
    wanted('closedId') ? home.anItem({ ...own, printedExpiresOn: '2030-03-31' }) : null,
    home.anItem({ ...own, kind: 'eligibility-certificate' }),
    wanted('envelopeId') ? home.anItem({ ...own, kind: 'sealed-envelope' }) : null,
  ]);
  if (envelope) await manager.ok(markEnvelope, { from: 'insurer' }, { id: envelope.id });
  if (closed) {
    const ended = { kind: 'care-certification-renewal', date: '2030-03-31', reason: 'settled' } as const;
    await manager.ok(closeDeadline, { itemId: closed.id, ...ended });
  }
  const { receipt } = await manager.ok(checkOut, {
    commandId: pastCommandId,
    itemIds: [out.id],
    purpose: 'emergency',
    holder: { kind: 'staff', staffId: manager.staffId },
    dueBackAt: null,
  });
  return {
    residentId,
    contactId: contact.id,
    agreementId,
    itemId: item.id,
    closedId: closed?.id ?? '',
    outId: out.id,
    heldId: held?.item.id ?? '',
    foundId: found?.item.id ?? '',
    envelopeId: envelope?.id ?? '',
    pouchId: item.storage?.id ?? '',
    emptyPouchId: emptyPouch.id,
    pastCommandId,
    outSeq: receipt.entries[0]?.seq ?? -1,
  };
}

type OfStaff = 'staffId' | 'appointmentId' | (typeof COUNTS)[number] | (typeof MONTHS)[number];

/** A colleague who is appointed, and what she has counted. */
async function staffThings(
  home: Home,
  house: House,
  things: { readonly pouchId: string; readonly itemId: string },
  wanted: Wanted,
): Promise<Pick<Fixtures, OfStaff>> {
  const counts = wanted(...COUNTS);
  const months = wanted(...MONTHS);
  if (!counts && !months && !wanted('staffId', 'appointmentId'))
    return nothing(['staffId', 'appointmentId', ...COUNTS, ...MONTHS]);
  const today = house.clock.today();
  const { staffId } = await home.aStaff();
  const period = { from: today, to: addDays(today, 30) };
  const appointment = await home.manager.ok(appoint, { staffId, level: 'handler', ...period });
  await house.database.writes.run(({ sql }) =>
    sql.run('INSERT INTO self_appointment (appointment_id, facility_id, made_on) VALUES (?, ?, ?)', [
      appointment.id,
      home.facilityId,
      today,
    ]),
  );
  await home.manager.ok(noteTraining, { on: today }, { id: staffId });
  return {
    staffId,
    appointmentId: appointment.id,
    ...(counts ? await countsOf(home, house, { colleagueId: staffId, ...things }) : nothing(COUNTS)),
    ...(months ? await reconciliationsOf(home, house, staffId) : nothing(MONTHS)),
  };
}

/** Residents who left longer ago than anything of them has to be kept; of one somebody has asked that her words be erased. */
async function whoLeft(
  home: Home,
  { database, clock }: House,
): Promise<Pick<Fixtures, 'goneId' | 'erasureId' | 'stoppedId'>> {
  const leave = async (): Promise<string> => {
    const { id } = await home.aResident({ birthDate: null });
    await home.manager.ok(leaveResident, { version: 1, on: '2016-03-31', reason: 'moved' }, { id });
    return id;
  };
  const [goneId, personId] = [await leave(), await leave()];
  const erasureId = crypto.randomUUID();
  await database.writes.run(({ sql }) =>
    insertErasure(sql, {
      id: erasureId,
      facilityId: home.facilityId,
      kind: 'resident',
      personId,
      ground: 'retention-over',
      askedBy: crypto.randomUUID(),
      askedAt: clock.now(),
      withdrawnAt: null,
      confirmedBy: null,
      confirmedAt: null,
    }),
  );
  const { id: stoppedId } = await home.aResident({ birthDate: null });
  await home.manager.ok(leaveResident, { version: 1, on: clock.today(), reason: 'died' }, { id: stoppedId });
  const mistake = { version: 2, why: 'wrong-resident', explanation: '同じ名字の別の方' } as const;
  await home.manager.ok(undoLeaving, mistake, { id: stoppedId });
  return { goneId, erasureId, stoppedId };
}

/** A card that was reported as lost, by the number of that entry. */
async function aLoss(home: Home, of: { readonly residentId: string; readonly agreementId: string }): Promise<number> {
  const { id } = await home.anItem({ ...of, kind: 'my-number-card' });
  const { receipt } = await home.manager.ok(reportMissing, { itemIds: [id] });
  return receipt.entries[0]?.seq ?? -1;
}

const SENT = {
  content: 'reminder',
  attempts: 1,
  failures: 0,
  failingSince: null,
  doubts: 0,
  state: 'accepted',
} as const;

interface Told {
  readonly facilityId: string;
  readonly residentId: string;
  readonly itemId: string;
  readonly contactId: string;
}

/** The machinery makes notices by day and hour; these are there at once, and it waits for somebody to look. */
async function noticesOf(
  { database, clock }: House,
  { facilityId, residentId, itemId, contactId }: Told,
): Promise<Pick<Fixtures, 'noticeId' | 'replyCode' | 'answerId' | 'sentId' | 'testId'>> {
  const now = clock.now();
  const on = clock.today();
  const answerId = crypto.randomUUID();
  const deadline = { itemId, residentId, kind: 'care-certification-renewal', date: '2030-03-31' } as const;
  const replyCode = crypto.randomUUID().slice(0, 6).toUpperCase();
  const letter = (): StoredNotice => ({
    id: crypto.randomUUID(),
    facilityId,
    contactId,
    to: { person: contactId, channel: 'letter', language: 'ja' },
    on,
    lines: [{ deadline, contactId, threshold: on }],
    progress: { state: 'open' },
    replyCode,
    madeAt: now,
    settledAt: null,
  });
  const [notice, answered] = [letter(), { ...letter(), replyCode: null }];
  const test: StoredNotice = {
    ...letter(),
    to: { person: 'test', channel: 'mail', language: null },
    lines: [],
    progress: queuedDelivery('one-time-link', now),
    replyCode: null,
  };
  const sent: StoredNotice = {
    ...letter(),
    to: { person: contactId, channel: 'mail', language: 'ja' },
    progress: { ...SENT, at: now, mayHaveLeftAt: now },
    replyCode: null,
  };
  await database.writes.run(async ({ sql }) => {
    for (const one of [notice, answered, sent, test]) await insertNotice(sql, one);
    await sql.run(
      `INSERT INTO notice_answer (id, facility_id, notice_id, contact_id, answer, on_day, given_at, planned_on, way, task)
       VALUES (?, ?, ?, ?, 'call-me', ?, ?, NULL, 'staff', 'call-back')`,
      [answerId, facilityId, answered.id, contactId, on, now],
    );
    await keepState(sql, facilityId, 'confirm_since', now);
  });
  return { noticeId: notice.id, replyCode, answerId, sentId: sent.id, testId: test.id };
}
