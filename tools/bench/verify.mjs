import { hash } from 'node:crypto';
import { nodeMeans } from '../verify/node-means.ts';
import { examinePack } from '../verify/pack.ts';
import { randomLog } from '../verify/testing/random-log.ts';
import { packOf } from '../verify/testing/random-pack.ts';

const ENTRIES = Number(process.env.BENCH_VERIFY_ENTRIES ?? 50_000);
/** A checkpoint is made within a minute of a write: on a busy day one for some twenty entries. */
const SIGNED_ONE_IN = 20;

/** verifyRate is how many entries a second the verifier judges, replay included, beside one SHA-256 of each entry's text. */
export async function verifyRate() {
  const log = randomLog(1, ENTRIES, 1, SIGNED_ONE_IN);
  const pack = await packOf(log);
  await examinePack(pack, null, nodeMeans());
  const began = performance.now();
  const { verdict } = await examinePack(pack, null, nodeMeans());
  const seconds = (performance.now() - began) / 1000;
  if (verdict !== 'holds') throw new Error(verdict);
  const bytes = log.leaves.map((leaf) => Buffer.from(leaf));
  const raw = performance.now();
  for (const leaf of bytes) hash('sha256', leaf, 'buffer');
  return {
    entries: log.leaves.length,
    perSecond: log.leaves.length / seconds,
    hashesPerSecond: bytes.length / ((performance.now() - raw) / 1000),
  };
}

if (process.argv[1] === import.meta.filename) console.log(await verifyRate());
