import { openAsBlob } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readAnchorCode } from '@azukari/domain';
import type { Anchor } from './examination.ts';
import { nodeMeans } from './node-means.ts';
import { examinePack } from './pack.ts';
import { LANGUAGES, reportWords, verdictWords } from './words.ts';

const USAGE = `npm run verify -- pack.zip [--checkpoint file | --anchor XXXX-XXXX-XXXX-XXXX]
  0 holds / 改ざんは見つかりません   1 broken / 元のままではありません   2 cannot judge / 判定できません`;
const EXIT = { holds: 0, broken: 1, 'cannot-judge': 2 } as const;

/** verify judges a pack for a person at a terminal, and answers the exit code. */
async function verify(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { checkpoint: { type: 'string' }, anchor: { type: 'string' } },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0 || (values.checkpoint !== undefined && values.anchor !== undefined))
    throw new Error(USAGE);
  const anchor = await anchorFrom(values);
  const report = await examinePack(await openAsBlob(file), anchor, nodeMeans(process.stderr.isTTY ? show : undefined));
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  for (const language of LANGUAGES)
    console.log([verdictWords(report, language), ...reportWords(report, language), ''].join('\n'));
  return EXIT[report.verdict];
}

async function anchorFrom(given: { readonly checkpoint?: string; readonly anchor?: string }): Promise<Anchor | null> {
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
