import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holdTemporarily, listResidents, signIn } from '@azukari/contract';
import { Logger } from '@nestjs/common';
import { Checkpoints } from '../ledger/checkpoints.ts';
import { ResidentsService } from '../residents/residents.service.ts';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import { KEPT_LOG_DAYS, LogFolder } from './log-folder.ts';

/** What a day brings that no log may have. */
const MARKED = {
  resident: '標識野 千代',
  kana: 'ひょうしきの ちよ',
  contact: '標識野 一郎',
  mail: 'hyoushiki@example.jp',
  phone: '090-0000-1234',
  staff: '標識職員 花',
  password: 'hyoushiki-no-password',
  note: '標識の覚え書き',
  number: '123456789018',
};
const folder = mkdtempSync(join(tmpdir(), 'azukari-log-'));
let house: House;
const text = (): string =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('');

beforeAll(async () => {
  house = await openHouse({ env: { AZUKARI_LOG: 'debug', AZUKARI_LOG_DIR: folder } });
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true });
});

/** A database error with the values of its statement, as TypeORM throws it. */
function failed(): Error {
  const values = Object.values(MARKED);
  const driverError = Object.assign(new Error('constraint failed'), { detail: values.join() });
  return Object.assign(new Error('the statement failed'), { query: 'INSERT …', parameters: values, driverError });
}

test('a day of acts and of defects leaves lines in the log, and nothing of any person', async () => {
  const resident = await house.aResident({ name: MARKED.resident, kana: MARKED.kana });
  await house.aContact({ residentId: resident.id, name: MARKED.contact, email: MARKED.mail, phone: MARKED.phone });
  const floor = await house.aStaff({ name: MARKED.staff, level: 'handler' });
  const hold = { residentId: resident.id, kind: 'other', reason: 'found', storageId: null } as const;
  await floor.ok(holdTemporarily, { ...hold, note: MARKED.note });
  await house.nobody.send(signIn, { loginId: floor.loginId, password: MARKED.password });
  await floor.send(holdTemporarily, { ...hold, note: MARKED.number });
  await house.manager.raw({ method: 'POST', url: `/api/residents?${MARKED.mail}`, payload: `{"${MARKED.note}` });

  const service = house.app.get(ResidentsService, { strict: false });
  Object.assign(service, { list: () => Promise.reject(failed()) });
  expect((await house.manager.send(listResidents)).status).toBe(500);
  const checkpoints = house.app.get(Checkpoints, { strict: false });
  Object.assign(checkpoints, { newest: () => Promise.reject(failed()) });
  await checkpoints.signAll();
  new Logger('suite').error('told', failed());
  new Logger('suite').error(failed());

  const { cookies: tokens } = floor as unknown as { readonly cookies: ReadonlyMap<string, string> };
  expect(tokens.size).toBeGreaterThan(0);
  const lines = text().trim().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual(
    expect.arrayContaining(['defect', 'told', 'the statement failed']),
  );
  for (const value of [...Object.values(MARKED), floor.loginId, floor.password, ...tokens.values()])
    expect([value, text().includes(value)]).toEqual([value, false]);
});

test('a file a day is written, and one that is past its time is taken away, but no other', () => {
  const own = mkdtempSync(join(tmpdir(), 'azukari-log-'));
  let day = '2026-11-22';
  const log = new LogFolder(own, () => day);
  log.write('one\n');
  writeFileSync(join(own, 'of-somebody-else.log'), '');
  log.write('two\n');
  day = '2026-12-22';
  log.write('three\n');
  expect(readFileSync(join(own, 'azukari-2026-11-22.log'), 'utf8')).toBe('one\ntwo\n');
  day = '2026-12-23';
  log.write('four\n');
  expect(readdirSync(own).sort()).toEqual(['azukari-2026-12-22.log', 'azukari-2026-12-23.log', 'of-somebody-else.log']);
  expect(KEPT_LOG_DAYS).toBe(30);
  rmSync(own, { recursive: true });
});
