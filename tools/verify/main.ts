import { openAsBlob } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { parseVerifierKey, readAnchorCode } from '@azukari/domain';
import { nodeMeans } from './node-means.ts';
import { examinePack } from './pack.ts';
import type { Means } from './means.ts';
import type { Report } from './pack.ts';
import { receiptWords } from './receipt-words.ts';
import { receiptIn } from './receipt-file.ts';
import { examineReceipt } from './receipt.ts';
import type { Witness } from './receipt.ts';
import { LANGUAGES, reportWords, verdictWords } from './words.ts';
import type { Language } from './words.ts';

const USAGE = `npm run verify -- pack.zip [--checkpoint file | --anchor XXXX-XXXX-XXXX-XXXX]
npm run verify -- receipt.tlog-proof|receipt.pdf (--key key | --checkpoint file | --anchor XXXX-XXXX-XXXX-XXXX)
  0 holds / 改ざんは見つかりません   1 broken / 元のままではありません   2 cannot judge / 判定できません`;
const EXIT = { holds: 0, broken: 1, 'cannot-judge': 2 } as const;

/** verify judges a pack for a person at a terminal, and answers the exit code. */
async function verify(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { checkpoint: { type: 'string' }, anchor: { type: 'string' }, key: { type: 'string' } },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0 || Object.keys(values).length > 1) throw new Error(USAGE);
  const witness = await witnessFrom(values);
  const [blob, means] = [await openAsBlob(file), nodeMeans(process.stderr.isTTY ? show : undefined)];
  const receipt = await receiptIn(blob);
  const { verdict, words } =
    receipt === null ? await judgePack(blob, witness, means) : await judgeReceipt(receipt, witness, means);
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  for (const language of LANGUAGES)
    console.log([verdictWords({ verdict }, language), ...words(language), ''].join('\n'));
  return EXIT[verdict];
}

interface Judged {
  readonly verdict: Report['verdict'];
  readonly words: (language: Language) => readonly string[];
}

async function judgePack(pack: Blob, witness: Witness | null, means: Means): Promise<Judged> {
  if (witness?.kind === 'key') throw new Error('--key: a pack names its keys itself / パックには要りません');
  const report = await examinePack(pack, witness, means);
  return { verdict: report.verdict, words: (language) => reportWords(report, language) };
}

async function judgeReceipt(receipt: string, witness: Witness | null, means: Means): Promise<Judged> {
  const report = await examineReceipt(receipt, witness, means);
  return { verdict: report.verdict, words: (language) => receiptWords(report, language) };
}

interface Given {
  readonly checkpoint?: string;
  readonly anchor?: string;
  readonly key?: string;
}

async function witnessFrom(given: Given): Promise<Witness | null> {
  if (given.key !== undefined) {
    const key = parseVerifierKey(given.key, nodeMeans().sha256);
    if (key === null) throw new Error(`--key ${given.key}: no verification key / 鍵ではありません`);
    return { kind: 'key', key };
  }
  if (given.checkpoint !== undefined) return { kind: 'checkpoint', note: await readFile(given.checkpoint, 'utf8') };
  if (given.anchor === undefined) return null;
  const code = readAnchorCode(given.anchor);
  if (code === null) throw new Error(`--anchor ${given.anchor}: 16 letters and digits / 16桁の番号ではありません`);
  return { kind: 'code', code };
}

function show(done: number, of: number): void {
  const filled = Math.round((done / of) * 30);
  process.stderr.write(`\r${'█'.repeat(filled)}${'░'.repeat(30 - filled)} ${String(done)} / ${String(of)}`);
}

// Whatever stands in the way of judging is said in words, and is no verdict.
process.exitCode = await verify(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  return EXIT['cannot-judge'];
});
