import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { furnish } from './house.mjs';
import { azukari } from './server.mjs';

const RESIDENTS = 30;
const KINDS = ['介護保険証', '資格確認書', '限度額適用認定証'];
const READS = 200;
const PASSWORD = 'measure-it-twice';

/**
 * overviewOf furnishes so many homes on one server, each with ninety dated items, and reads 施設の見わたし as the head office: right after the
 * start, and then again and again, each time after a movement in another home, whose line is then reckoned anew.
 */
export async function overviewOf(folder, homes) {
  let server = await azukari(folder);
  const first = await furnish(server, 0);
  const managers = [first.headers];
  for (let n = 1; n < homes; n++) managers.push(await aHome(server.url, first.headers, n));
  for (const headers of managers) await fillHome(server.url, headers);
  const { staff } = await send(server.url, first.headers, '/api/staff', {
    name: '本部 監査',
    kana: 'ほんぶ かんさ',
    loginId: 'honbu',
    role: 'auditor',
  });
  await send(server.url, first.headers, '/api/demo/passwords', { staffId: staff.id, password: PASSWORD });
  await server.stop();
  server = await azukari(folder, { AZUKARI_HEAD_OFFICE: 'honbu' });
  const headers = await signIn(server.url, 'honbu');
  const again = [await signIn(server.url, 'bench')];
  for (let n = 1; n < homes; n++) again.push(await signIn(server.url, `bench${n}`));
  const read = async () => {
    const began = performance.now();
    const reply = await fetch(`${server.url}/api/overview`, { headers });
    const answer = await reply.json();
    if (reply.status !== 200 || answer.homes.length !== homes) throw new Error(`the overview answered ${reply.status}`);
    return performance.now() - began;
  };
  const once = await read();
  const times = [];
  for (let n = 0; n < READS; n++) {
    await moveOne(server.url, again[n % homes]);
    times.push(await read());
  }
  await server.stop();
  times.sort((one, other) => one - other);
  return { first: once, p50: times[READS / 2], p95: times[Math.floor(READS * 0.95)], items: RESIDENTS * KINDS.length };
}

async function aHome(url, headers, n) {
  const manager = { name: `測定 ${n}番`, kana: 'そくてい', loginId: `bench${n}`, password: PASSWORD };
  await send(url, headers, '/api/demo/facilities', { name: `測定の家 ${n}`, manager });
  return signIn(url, manager.loginId);
}

async function fillHome(url, headers) {
  const titles = ['氏名', 'ふりがな', '生年月日', '種別', '有効期限', 'ロッカー', '段', '袋番号'];
  const columns = ['name', 'kana', 'birthDate', 'kind', 'expiresOn', 'locker', 'drawer', 'pouch'];
  const rows = Array.from({ length: RESIDENTS * KINDS.length }, (_, n) => {
    const who = Math.floor(n / KINDS.length);
    const place = ['金庫', String(1 + (who % 3)), String(who + 1)];
    return { line: n + 2, cells: [`測定 ${who}`, 'そくてい', 'S10.4.3', KINDS[n % KINDS.length], 'R9.7.31', ...place] };
  });
  const { problems } = await send(url, headers, '/api/imports', { dryRun: false, titles, columns, rows });
  if (problems.length > 0) throw new Error(JSON.stringify(problems[0]));
}

/** The first thing in the safe is looked for, or found again. */
async function moveOne(url, headers) {
  const { items } = await (await fetch(`${url}/api/items?place=missing&limit=1`, { headers })).json();
  if (items[0]) return send(url, headers, '/api/custody/finds', { itemIds: [items[0].id] });
  const stored = await (await fetch(`${url}/api/items?place=stored&limit=1`, { headers })).json();
  return send(url, headers, '/api/custody/searches', { itemIds: [stored.items[0].id] });
}

async function signIn(url, loginId) {
  const reply = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-azukari': '1' },
    body: JSON.stringify({ loginId, password: PASSWORD }),
  });
  if (!reply.ok) throw new Error(`${loginId}: ${await reply.text()}`);
  return { 'x-azukari': '1', cookie: reply.headers.get('set-cookie').split(';')[0] };
}

async function send(url, headers, path, body) {
  const reply = await fetch(url + path, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(path === '/api/demo/facilities' ? body : { commandId: randomUUID(), ...body }),
  });
  const answer = await reply.json();
  if (!reply.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
  return answer;
}

if (import.meta.main) {
  const folder = mkdtempSync(join(tmpdir(), 'azukari-bench-overview-'));
  console.log(await overviewOf(folder, Number(process.env.BENCH_HOMES ?? 100)));
  rmSync(folder, { recursive: true, force: true });
}
