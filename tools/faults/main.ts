/**
 * `npm run faults`: a thousand times `kill -9` in the middle of appending, a hundred times of making a backup; a write-ahead log torn at many places; and every write, fsync
 * and truncation of the database's files answered once with EIO and once with ENOSPC (by strace, from Debian; where it is not, that is
 * said). After each the record is read anew. `npm run faults -- 100` kills a hundred times.
 */
import { FaultRange, HAS_STRACE } from './range.ts';
import type { Toll } from './range.ts';

const rounds = Number(process.argv[2] ?? 1_000);
const range = await FaultRange.open();
const tolls: Toll[] = [];

function say(what: string, toll: Toll): void {
  const { runs, acknowledged, refused, faults } = toll;
  console.log(
    `${what}: ${String(runs)} runs, ${String(acknowledged)} acknowledged, ${String(refused)} refused a write, ${String(faults.length)} faults`,
  );
  for (const fault of faults) console.log(`  ${fault}`);
  tolls.push(toll);
}

try {
  const told = (round: number): void => {
    if (round % 100 === 0) console.error(`${String(round)} of ${String(rounds)}`);
  };
  say('kill -9', await range.kills(rounds, told));
  say('kill -9 of who makes a backup', await range.backups(Math.ceil(rounds / 10)));
  say('torn write-ahead log', await range.tears());
  if (HAS_STRACE) say('EIO and ENOSPC', await range.inject(range.injections()));
  else console.log('no strace here: no write was made to fail');
} finally {
  range.close();
}
const proved = tolls.every(({ acknowledged, faults }) => acknowledged > 0 && faults.length === 0);
process.exitCode = proved ? 0 : 1;
