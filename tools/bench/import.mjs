import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { furnish } from './house.mjs';
import { azukari } from './server.mjs';

const KINDS = ['介護保険証', '資格確認書', 'お薬手帳'];

/** importList takes over so many residents with three items each in one command: seconds to look, and to write. */
export async function importList(folder, residents) {
  const server = await azukari(folder);
  const { headers } = await furnish(server, 0);
  const titles = ['氏名', 'ふりがな', '生年月日', '種別', '有効期限', 'ロッカー', '段', '袋番号'];
  const columns = ['name', 'kana', 'birthDate', 'kind', 'expiresOn', 'locker', 'drawer', 'pouch'];
  const rows = Array.from({ length: residents * KINDS.length }, (_, n) => {
    const who = Math.floor(n / KINDS.length);
    const place = ['金庫', String(1 + (who % 5)), String(who + 1)];
    return { line: n + 2, cells: [`測定 ${who}`, 'そくてい', 'S10.4.3', KINDS[n % KINDS.length], 'R9.7.31', ...place] };
  });
  const send = async (dryRun) => {
    const began = performance.now();
    const reply = await fetch(`${server.url}/api/imports`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ commandId: randomUUID(), dryRun, titles, columns, rows }),
    });
    const answer = await reply.json();
    if (reply.status !== 200 || answer.problems.length > 0) throw new Error(`import answered ${reply.status}`);
    return { seconds: (performance.now() - began) / 1000, written: answer.written };
  };
  const looked = await send(true);
  const { seconds, written } = await send(false);
  await server.stop();
  return { looked: looked.seconds, seconds, written };
}

if (import.meta.main) {
  const folder = mkdtempSync(join(tmpdir(), 'azukari-bench-import-'));
  console.log(await importList(folder, Number(process.env.BENCH_RESIDENTS ?? 500)));
  rmSync(folder, { recursive: true, force: true });
}
