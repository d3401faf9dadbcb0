import { Person } from './api.mjs';
import { countings } from './counts.mjs';
import { admittedOn, errands, errandsLately } from './errands.mjs';
import { keys } from './keys.mjs';
import { LOST, losses } from './losses.mjs';
import { contactOf, hasFamily, SIGNER, workOff } from './notices.mjs';
import { HOMES, KANA, residents, STAFF } from './people.mjs';
import { agreementFor, bornToFit, certificateOf, DAYS, expiryOf, insurerTypeOf, itemsFor, outings } from './past.mjs';
import { cast, present } from './present.mjs';
import { seeded } from './random.mjs';
import { reconciliations } from './reconciliations.mjs';
import { envelopesLately, swapBegun, withEnvelopes } from './swap.mjs';
import { clockOf, DAY, daysBetween, dayOf, HOUR, MINUTE, startOfDay } from './time.mjs';
import { views } from './views.mjs';

export const PASSWORD = 'azukari-demo';
const PEOPLE = 60;
const TEN = 10 * HOUR;
const TAUGHT_DAYS_AGO = 40;
/** Of each pack for a 運営指導 the head office hears. */
const HEAD_OFFICE = 'honbu@sakuranosato.example.jp';
const MANAGER = { name: '佐藤 花子', kana: 'さとう はなこ', loginId: 'manager', password: PASSWORD };
const OTHER_MANAGER = { name: '紅葉 静', kana: 'もみじ しず', loginId: 'momiji', password: PASSWORD };

/**
 * seed gives an empty demo server a past, through the same API as everybody's: two facilities, people, agreements, items and
 * 90 days of movements that end now. `clock` moves the server's declared clock; the record's times are therefore the past's.
 */
export async function seed({ url, code, onProgress = () => undefined }) {
  const random = seeded(20261122);
  const now = Math.floor(Date.now() / MINUTE) * MINUTE;
  // The set-up itself is entered by the declared clock, DAYS before now; the past begins an hour later.
  const start = now - DAYS * DAY + HOUR;
  const manager = new Person(url);
  const setUp = await manager.post('/api/set-up', { code, facilityName: HOMES.first, manager: MANAGER });
  manager.id = setUp.staff.id;
  manager.password = MANAGER.password;
  const clock = (ms, wake = false) =>
    manager.plain('/api/demo/clock', { days: daysBetween(Date.now(), ms), at: clockOf(ms), wake });
  await clock(start);
  const home = await furnish({ manager, random, now, start, clock });
  const steps = [
    ...outings({ ...home, random, now, cast: [...cast(home.people), home.people[LOST]] }),
    ...present({ ...home, now, manager }),
    ...envelopesLately({ ...home, now }),
    ...errandsLately({ ...home, now, start, manager }),
    ...countings({ ...home, now }),
    ...reconciliations({ ...home, now, start, manager }),
    ...losses({ ...home, now, manager }),
    ...keys({ ...home, now, manager }),
    ...views({ ...home, now, start, manager }),
    ...trainings({ ...home, now, manager }),
  ].sort((one, other) => one.at - other.at);
  await play({ steps, clock, manager, random, onProgress });
  await smallHome(url, manager);
  await manager.plain('/api/demo/clock', { days: null });
}

async function furnish({ manager, random, now, start, clock }) {
  const day = dayOf(start);
  const staff = await appointAll(manager, day);
  await manager.patch('/api/facility', {
    version: 1,
    kana: KANA,
    phone: '03-0000-0001',
    address: '東京都千代田区（架空）1-1',
  });
  await manager.patch('/api/reminders/settings', { version: 1, ...SIGNER });
  await manager.patch('/api/inspections/settings', { version: 0, formNames: [], headOffice: HEAD_OFFICE });
  const { locker, pouches } = await cabinets(manager);
  const people = residents(PEOPLE, random);
  const wanted = itemsFor(people, random);
  const agreements = [];
  for (const [n, person] of people.entries()) {
    await clock(start + n * 5 * MINUTE);
    const { name, kana, room } = person;
    const birthDate = bornToFit(n, person.birthDate, now);
    person.id = (
      await manager.post('/api/residents', { name, kana, room, birthDate, admittedOn: admittedOn(n, start) })
    ).id;
    const agreement = await manager.post('/api/agreements', withEnvelopes(agreementFor(person, wanted[n], day), n));
    agreements.push(agreement);
    person.items = [];
    for (const kind of wanted[n]) {
      const certificate = kind === 'my-number-card' ? certificateOf(n, { random, now, birthDate }) : null;
      const { item } = await manager.post('/api/items', {
        residentId: person.id,
        agreementId: agreement.id,
        kind,
        label: kind === 'other' ? '補聴器の保証書' : null,
        storageId: pouches[n],
        printedExpiresOn: expiryOf(kind, { random, now, certificate, birthDate }),
        certificateExpiresOn: certificate,
        insurerType: insurerTypeOf(kind, { n, birthDate, day }),
        authMode: kind === 'my-number-card' ? random.pick(['face-only', 'pin-set', 'unknown']) : null,
      });
      person.items.push(item);
    }
    await errands(manager, { person, n, kinds: wanted[n], birthDate, day, start });
    if (hasFamily(n)) await manager.post('/api/contacts', contactOf(person, n));
  }
  const at = start + PEOPLE * 5 * MINUTE;
  await clock(at);
  await swapBegun({ manager, people, pouches, staff, agreements, clock, at, now });
  const actors = [staff.floor, staff.tanaka, staff.ito, staff.watanabe, staff.nguyen, staff.takahashi];
  return { people, staff, locker, pouches, actors };
}

async function appointAll(manager, day) {
  const staff = {};
  for (const [loginId, name, kana, role, level] of STAFF) {
    const { staff: made } = await manager.post('/api/staff', { name, kana, loginId, role });
    await manager.post('/api/demo/passwords', { staffId: made.id, password: PASSWORD });
    if (level) {
      await manager.post(`/api/staff/${made.id}/trainings`, { on: day });
      await manager.post('/api/appointments', { staffId: made.id, level, from: day, to: null });
    }
    staff[loginId] = await new Person(manager.url).signIn(loginId, PASSWORD);
  }
  return staff;
}

/** Once more all who move cards were taught together, but for one who was ill. */
function trainings({ now, actors, manager }) {
  const at = startOfDay(now) - TAUGHT_DAYS_AGO * DAY + 15 * HOUR;
  const teach = async () => {
    for (const { id } of [manager, ...actors.slice(0, -1)])
      await manager.post(`/api/staff/${id}/trainings`, { on: dayOf(at) });
  };
  return [{ at, act: teach }];
}

async function cabinets(manager) {
  const add = async (body) => (await manager.post('/api/storages', body)).storages;
  const [locker] = await add({ parentId: null, kind: 'locker', label: '事務所の金庫' });
  const pouches = [];
  for (const [n, label] of ['1段目', '2段目', '3段目'].entries()) {
    const made = await add({ parentId: locker.id, kind: 'drawer', label, pouches: 20, firstNumber: 1 + n * 20 });
    pouches.push(...made.filter(({ kind }) => kind === 'pouch').map(({ id }) => id));
  }
  return { locker: locker.id, pouches };
}

async function play({ steps, clock, manager, random, onProgress }) {
  const marked = {};
  let minute = 0;
  let day = 0;
  for (const [n, { at, by, what, path = `/api/custody/${what}`, body, mark, act }] of steps.entries()) {
    const next = Math.floor(at / MINUTE);
    const today = startOfDay(at);
    if (at - today >= TEN && today !== day) {
      // Once a day the families are told; once a week the office does what lies there.
      await clock(at, true);
      if (Math.round(today / DAY) % 7 === 0) await workOff({ manager, random, now: at });
      day = today;
    } else if (next !== minute) await clock(at);
    minute = next;
    const answer = act ? await act() : await by.post(path, body);
    if (mark) marked[mark] = answer.receipt.entries[0].seq;
    if (n % 50 === 0) onProgress(n / steps.length);
  }
  await clock(Date.now());
  await manager.post('/api/custody/amendments', {
    seq: marked.amended,
    reason: 'mistyped',
    explanation: '受診先を書きまちがえました',
    destination: 'もみじ眼科',
  });
  await manager.post('/api/custody/cancellations', {
    seq: marked.cancelled,
    reason: 'did-not-happen',
    explanation: '受診が延期になり、出していませんでした',
  });
}

async function smallHome(url, manager) {
  await manager.plain('/api/demo/facilities', { name: HOMES.second, manager: OTHER_MANAGER });
  const other = await new Person(url).signIn(OTHER_MANAGER.loginId, PASSWORD);
  const [locker] = (await other.post('/api/storages', { parentId: null, kind: 'locker', label: '鍵つき書庫' }))
    .storages;
  const today = dayOf(Date.now());
  for (const [name, kana, room] of [
    ['紅葉 一葉', 'もみじ かずは', '1'],
    ['秋野 楓', 'あきの かえで', '2'],
    ['赤城 銀', 'あかぎ ぎん', '3'],
  ]) {
    const resident = await other.post('/api/residents', { name, kana, room, birthDate: '1941-08-01' });
    const agreement = await other.post('/api/agreements', agreementFor(resident, ['care-insurance-card'], today));
    await other.post('/api/items', {
      residentId: resident.id,
      agreementId: agreement.id,
      kind: 'care-insurance-card',
      storageId: locker.id,
    });
  }
}
