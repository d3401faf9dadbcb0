import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { anchorCode, parseNote } from '@azukari/domain';
import type { Anchor } from './examination.ts';
import { nodeMeans } from './node-means.ts';
import { examinePack } from './pack.ts';
import { logAfterGap, randomLog, sha256 } from './testing/random-log.ts';
import { packOf } from './testing/random-pack.ts';
import { python, SECOND } from './testing/second-verifier.ts';
import { reportWords } from './words.ts';

const SEED = 3;
const lost = randomLog(SEED, 120);
/** Both are the same up to entry 0: whoever restored had a backup of the very beginning. */
const log = logAfterGap(SEED, 60, 4, { note: lost.end, from: 1 });
const seq = log.leaves.findIndex((text) => text.includes('log.gap-explained'));
const codeOf = (note: string): string => anchorCode(parseNote(note)?.text ?? '', sha256);
const judged = async (anchor: Anchor | null, of = log) => {
  const report = await examinePack(await packOf(of), anchor, nodeMeans());
  const words = (['ja', 'en'] as const).map((language) => reportWords(report, language).join('\n'));
  return { outcome: report.logs[0]?.outcome, ja: words[0] ?? '', en: words[1] ?? '' };
};

const [between = ''] = lost.checkpoints.filter((note) => Number(note.split('\n')[1]) > 90);
const early = lost.checkpoints.find((note) => [2, 3, 4, 5, 6, 7, 8, 9].includes(Number(note.split('\n')[1]))) ?? '';

describe('a record that gives up what was signed before', () => {
  test('holds by itself, and says in both languages where it breaks off, by whom and why', async () => {
    const { outcome, ja, en } = await judged(null);
    expect(outcome).toMatchObject({ verdict: 'holds', gaps: [{ seq, by: '髙﨑 𠮷右衛門', cause: 'backup-restored' }] });
    for (const words of [ja, en]) expect(words).toContain('髙﨑 𠮷右衛門');
    expect(ja).toContain(`途切れ: 記録 ${String(seq)}（`);
    expect(ja).toContain('バックアップからもどした：ディスクがこわれ、もどした');
    expect(en).toContain(`Gap: In entry ${String(seq)} (`);
  });

  test.each<[string, Anchor, string, boolean]>([
    ['the checkpoint that was given up', { kind: 'checkpoint', note: lost.end }, 'anchor:beyond', true],
    ['its code', { kind: 'code', code: codeOf(lost.end) }, 'anchor:code', true],
    ['one after the end of this record', { kind: 'checkpoint', note: between }, 'anchor:beyond', false],
    ['one between the beginning of the gap and the entry', { kind: 'checkpoint', note: early }, 'anchor:root', false],
  ])('is broken against %s, and what it says of it stands beside', async (_, anchor, at, exactly) => {
    const { outcome, ja, en } = await judged(anchor);
    expect(outcome).toMatchObject({ verdict: 'broken', at, declared: { seq, exactly } });
    expect(ja).toContain(`続きではないと自分で述べています。記録 ${String(seq)}（`);
    expect(ja).toContain(exactly ? '手放された時点そのもの' : 'その間にあります');
    expect(en).toContain('Whether the reason is true the record cannot show.');
  });

  test('holds against its own checkpoints as any other, and excuses nothing else', async () => {
    expect((await judged({ kind: 'checkpoint', note: log.end })).outcome).toMatchObject({ verdict: 'holds' });
    const other = randomLog(SEED, 200, 5).end;
    for (const anchor of [
      { kind: 'checkpoint', note: other } as const,
      { kind: 'code', code: codeOf(other) } as const,
    ]) {
      const { outcome, ja } = await judged(anchor);
      expect(outcome).toMatchObject({ verdict: 'broken' });
      expect([outcome && 'declared' in outcome, ja.includes('続きではない')]).toEqual([false, false]);
    }
  });

  test('is told as erased where the words are gone', async () => {
    const fields = log.fields.map((one) => (one.seq === seq ? { ...one, openings: [] } : one));
    const { outcome } = await judged({ kind: 'checkpoint', note: lost.end }, { ...log, fields });
    expect(outcome).toMatchObject({ verdict: 'broken', declared: { by: null, reason: null } });
  });

  python(
    'is judged alike by the second verifier',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'azukari-gap-'));
      const pack = join(folder, 'pack.zip');
      writeFileSync(pack, new Uint8Array(await (await packOf(log)).arrayBuffer()));
      const said = async (note: string): Promise<unknown> => {
        writeFileSync(join(folder, 'kept'), note);
        const run = promisify(execFile)('python3', ['-B', SECOND, pack, '--checkpoint', join(folder, 'kept')]);
        return run.then(
          ({ stdout }) => [0, stdout],
          (error: unknown) => {
            const { code, stdout } = error as { readonly code: number; readonly stdout: string };
            return [code, stdout];
          },
        );
      };
      const declared = expect.stringMatching(
        new RegExp(`^broken: .*it says so itself in entry ${String(seq)}, by 髙﨑 𠮷右衛門: .*ディスクがこわれ`),
      ) as string;
      expect(await said(log.end)).toEqual([0, expect.stringContaining('holds')]);
      for (const note of [lost.end, between, early]) expect(await said(note)).toEqual([1, declared]);
      const other = await said(randomLog(SEED, 200, 5).end);
      expect(other).toEqual([1, expect.stringMatching(/^broken: (?!.*itself)/)]);
      rmSync(folder, { recursive: true });
    },
    60_000,
  );
});
