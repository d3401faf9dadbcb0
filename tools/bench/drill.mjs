import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { fill } from './fill.mjs';
import { furnish } from './house.mjs';
import { azukari, residentMegabytes } from './server.mjs';

const dist = join(import.meta.dirname, '../../apps/api/dist');
const A_COMMAND = 100;
/** The folder of a record that was made before and is large already; it is copied. */
const RECORD = process.env.BENCH_DRILL_RECORD;
const LOGS = 'SELECT id, name, size, root FROM log JOIN log_head ON log_head.log = log.id ORDER BY id';

/**
 * drill loses a house of so many entries and gets it back: a real server makes a backup, on another computer, which has nothing but the
 * file and the key from the safe, the command restores it, and every root is worked out anew from the texts by code of our own.
 */
export async function drill(folder, entries) {
  const [lost, found, disk] = ['lost', 'found', 'disk'].map((name) => join(folder, name));
  mkdirSync(disk, { recursive: true });
  const steps = [];
  const step = async (what, work) => {
    const began = performance.now();
    const peak = await work();
    steps.push({ what, seconds: (performance.now() - began) / 1000, peak: peak ?? null });
    console.error(`${what}: ${steps.at(-1).seconds.toFixed(1)} s, at most ${peak ?? '?'} MB`);
  };
  if (RECORD) cpSync(RECORD, lost, { recursive: true });
  else {
    const first = await azukari(lost);
    await furnish(first, 20);
    await first.stop();
  }
  await step('making the record', () => fill(join(lost, 'azukari.sqlite'), entries, A_COMMAND));
  const kept = logsOf(lost);
  const keys = await told(['backup/main.js', 'keys'], { AZUKARI_DATA: lost });
  const secret = /AGE-SECRET-KEY-1[0-9A-Z]+/.exec(keys.said)[0];
  const environment = { AZUKARI_DATA: lost, AZUKARI_BACKUP_DIR: disk, AZUKARI_DEMO: undefined };
  const server = await azukari(lost, environment);
  const backupsIn = () => readdirSync(disk).filter((name) => name.endsWith('.age'));
  await step('the backup, by a server at work: copied, closed, opened again, worked out anew', () =>
    watched(server.child.pid, async () => {
      while (backupsIn().length === 0) await pause(200);
    }),
  );
  await server.stop();
  const file = join(disk, backupsIn()[0]);
  let restored;
  await step('the restore: opened with the key from the safe, worked out anew, put in its place', async () => {
    restored = await told(['backup/restore-main.js', file], { AZUKARI_DATA: found }, [
      [/Type the key/, secret],
      [/name of the facility/, '測定の家'],
    ]);
    return restored.peak;
  });
  if (restored.status !== 0) throw new Error(restored.said);
  let same;
  await step('every root once more, by code of our own', () => {
    same = sameLogs(kept, found);
    return Math.round(process.memoryUsage.rss() / 2 ** 20);
  });
  const again = await azukari(found, { ...environment, AZUKARI_DATA: found });
  const health = await (await fetch(`${again.url}/api/health`)).json();
  await again.stop();
  return {
    entries: kept.reduce((sum, { size }) => sum + size, 0),
    databaseMegabytes: statSync(join(found, 'azukari.sqlite')).size / 1e6,
    backupMegabytes: statSync(file).size / 1e6,
    steps,
    same,
    ledger: health.checks.ledger ?? health.status,
    startSeconds: again.startMs / 1000,
  };
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function logsOf(folder) {
  const db = new Database(join(folder, 'azukari.sqlite'), { readonly: true });
  try {
    return db.prepare(LOGS).all();
  } finally {
    db.close();
  }
}

/** Whether every log is at least what it was, entry by entry: the server that made the backup may have written a few more. */
function sameLogs(before, folder) {
  const db = new Database(join(folder, 'azukari.sqlite'), { readonly: true });
  try {
    const after = new Map(
      db
        .prepare(LOGS)
        .all()
        .map((log) => [log.name, log]),
    );
    return before.every(({ name, size, root }) => {
      const now = after.get(name);
      const texts = db.prepare('SELECT body FROM log_leaf WHERE log = ? ORDER BY seq').pluck();
      const roots = rootsAt(texts.iterate(now.id), [size, now.size]);
      return roots.get(size).equals(root) && roots.get(now.size).equals(now.root);
    });
  } finally {
    db.close();
  }
}

/** RFC 6962 §2.1 over texts as they come, without the ledger's code: the roots at these sizes. */
function rootsAt(texts, sizes) {
  const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
  const whole = [];
  const roots = new Map();
  let size = 0;
  for (const text of texts) {
    let tree = { size: 1, hash: sha256(Buffer.of(0), text) };
    while (whole.at(-1)?.size === tree.size)
      tree = { size: 2 * tree.size, hash: sha256(Buffer.of(1), whole.pop().hash, tree.hash) };
    whole.push(tree);
    size += 1;
    if (sizes.includes(size))
      roots.set(
        size,
        whole.map(({ hash }) => hash).reduceRight((right, left) => sha256(Buffer.of(1), left, right)),
      );
  }
  return roots;
}

/** What a command of ours says, and how it ends; each answer is typed when it asks. */
function told([file, ...args], env, answers = []) {
  const child = spawn(process.execPath, [join(dist, file), ...args], {
    env: { ...process.env, DATABASE_URL: '', AZUKARI_DEMO: undefined, ...env },
  });
  let said = '';
  const waiting = [...answers];
  const hear = (text) => {
    said += text;
    if (waiting[0]?.[0].test(said)) child.stdin.write(`${waiting.shift()[1]}\n`);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  let status = null;
  const ended = new Promise((resolve) => child.once('close', (code) => resolve((status = code))));
  return watched(child.pid, () => ended).then((peak) => ({ said, status, peak }));
}

/** The most memory that a process had while this went on, in megabytes. */
async function watched(pid, work) {
  let peak = 0;
  const timer = setInterval(() => (peak = Math.max(peak, residentMegabytes(pid) || 0)), 50);
  await work().finally(() => clearInterval(timer));
  return peak || null;
}

if (import.meta.main) {
  const folder = mkdtempSync(join(tmpdir(), 'azukari-bench-drill-'));
  try {
    const result = await drill(folder, Number(process.env.BENCH_DRILL_ENTRIES ?? 1_000_000));
    console.log(JSON.stringify(result, null, 2));
    process.exitCode = result.same ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
