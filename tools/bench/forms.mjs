import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { furnish } from './house.mjs';
import { azukari, residentMegabytes } from './server.mjs';

/** printForAll prints 預かり依頼書 for so many residents in one run: seconds, size, and what the server's memory was at most. */
export async function printForAll(folder, residents) {
  const server = await azukari(folder);
  const { headers } = await furnish(server, residents, { itemsEach: 1 });
  const before = residentMegabytes(server.child.pid);
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, residentMegabytes(server.child.pid))), 20);
  const began = performance.now();
  const reply = await fetch(`${server.url}/api/forms/F1`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ commandId: randomUUID() }),
  });
  const first = (performance.now() - began) / 1000;
  const bytes = (await reply.arrayBuffer()).byteLength;
  const seconds = (performance.now() - began) / 1000;
  clearInterval(watch);
  await server.stop();
  if (reply.status !== 200) throw new Error(`F1 answered ${reply.status}`);
  return { seconds, first, megabytes: bytes / 1e6, memory: before === null ? null : most - before };
}

if (import.meta.main) {
  const folder = mkdtempSync(join(tmpdir(), 'azukari-bench-forms-'));
  console.log(await printForAll(folder, Number(process.env.BENCH_RESIDENTS ?? 200)));
  rmSync(folder, { recursive: true, force: true });
}
