import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { anchorCode, jcs, parseNote } from '@azukari/domain';
import type { Anchor } from './examination.ts';
import { nodeMeans } from './node-means.ts';
import { examinePack } from './pack.ts';
import type { Report } from './pack.ts';
import { randomLog, sha256 } from './testing/random-log.ts';
import type { RandomLog } from './testing/random-log.ts';
import { filesOf, packOf, periodOf, sumsOf, zipOf } from './testing/random-pack.ts';
import { reportWords } from './words.ts';

const judge = async (pack: Promise<Blob>, anchor: Anchor | null = null): Promise<Report> =>
  examinePack(await pack, anchor, nodeMeans());

/** What a finding says, in one line. */
const said = ({ logs, pack }: Report): string => {
  const outcome = pack ?? logs[0]?.outcome;
  if (outcome?.verdict === 'broken') return outcome.at;
  return outcome?.verdict === 'cannot-judge' ? outcome.because : 'holds';
};

const codeOf = (note: string): string => anchorCode(parseNote(note)?.text ?? '', sha256);
const sizeOf = (note: string): number => Number(note.split('\n')[1]);

describe('an honest log', () => {
  test.each(Array.from({ length: 20 }, (_, n) => n + 1))('holds: seed %i', async (seed) => {
    const log = randomLog(seed, seed * 7);
    const report = await judge(packOf(log));
    expect([report.verdict, said(report)]).toEqual(['holds', 'holds']);
    expect(report.logs[0]?.outcome).toMatchObject({ size: log.leaves.length, checkpoints: log.checkpoints.length });
  });

  const log = randomLog(7, 120);

  test('fits each of its checkpoints and each of their codes, and the report says up to where', async () => {
    for (const note of [log.checkpoints[0] ?? '', log.checkpoints[9] ?? '', log.end]) {
      const size = sizeOf(note);
      const anchors: readonly Anchor[] = [
        { kind: 'checkpoint', note },
        { kind: 'code', code: codeOf(note) },
      ];
      for (const anchor of anchors) {
        const report = await judge(packOf(log), anchor);
        expect(report.logs[0]?.outcome).toMatchObject({ verdict: 'holds', anchored: { kind: anchor.kind, size } });
      }
    }
  });

  test('fits a code that was written down between two checkpoints of the pack', async () => {
    const [left, ...others] = log.checkpoints;
    const report = await judge(packOf({ ...log, checkpoints: others }), { kind: 'code', code: codeOf(left ?? '') });
    expect(report.logs[0]?.outcome).toMatchObject({
      verdict: 'holds',
      anchored: { kind: 'code', size: sizeOf(left ?? '') },
    });
  });

  test('is told with its strength in both languages', async () => {
    const report = await judge(packOf(log));
    expect(reportWords(report, 'ja').join('\n')).toMatch(/記録 0〜\d+（\d+件）がすべてそろい/);
    expect(reportWords(report, 'en').join('\n')).toContain('Strength: compared with nothing from outside');
  });
});

type Tamper = (log: RandomLog) => RandomLog;
const without = <T>(list: readonly T[], n: number): T[] => list.filter((_, i) => i !== n);
const replaced = <T>(list: readonly T[], n: number, by: (one: T) => T): T[] =>
  list.map((one, i) => (i === n ? by(one) : one));
const swapped = <T>(list: readonly T[], n: number): T[] =>
  list.map((one, i) => list[i === n ? n + 1 : i === n + 1 ? n : i] ?? one);
const SOME = 40;

const TAMPERED: readonly (readonly [string, RegExp, Tamper])[] = [
  ['an actor is another', /^checkpoint:root$/, (log) => ({ ...log, leaves: replaced(log.leaves, SOME, otherActor) })],
  ['an entry is taken out', /^order:seq$/, (log) => ({ ...log, leaves: without(log.leaves, SOME) })],
  ['two entries change places', /^order:seq$/, (log) => ({ ...log, leaves: swapped(log.leaves, SOME) })],
  [
    'an entry comes twice',
    /^order:seq$/,
    (log) => ({ ...log, leaves: log.leaves.toSpliced(SOME, 0, log.leaves[SOME] ?? '') }),
  ],
  ['the tail is cut', /^end:missing$/, (log) => ({ ...log, leaves: log.leaves.slice(0, -3) })],
  ['an entry is added', /^end:more$/, (log) => ({ ...log, leaves: [...log.leaves, log.leaves.at(-1) ?? ''] })],
  [
    'an entry is written in another order of keys',
    /^entry:text$/,
    (log) => ({ ...log, leaves: replaced(log.leaves, SOME, reversed) }),
  ],
  [
    'a key comes twice',
    /^entry:text$/,
    (log) => ({ ...log, leaves: replaced(log.leaves, SOME, (text) => text.replace('{', '{"actor":"system",')) }),
  ],
  [
    'a number is no integer',
    /^entry:/,
    (log) => ({ ...log, leaves: replaced(log.leaves, SOME, (text) => text.replace('"authAge":1', '"authAge":1.5')) }),
  ],
  [
    'an unknown version',
    /^unknown-entry$/,
    (log) => ({ ...log, leaves: replaced(log.leaves, SOME, (text) => text.replace('"v":1}', '"v":2}')) }),
  ],
  [
    'an unknown type',
    /^unknown-entry$/,
    (log) => ({
      ...log,
      leaves: replaced(log.leaves, SOME, (text) => text.replace(/"type":"[^"]+"/, '"type":"item.teleported"')),
    }),
  ],
  [
    'a name is another',
    /^private:(residentName|destination|holderName)$/,
    (log) => ({ ...log, fields: replaced(log.fields, 1, otherWords) }),
  ],
  [
    'a name is taken out without an entry',
    /^private:erased$/,
    (log) => ({ ...log, fields: replaced(log.fields, 1, (one) => ({ ...one, openings: [] })) }),
  ],
  ['the digests are taken out', /^private:missing$/, (log) => ({ ...log, fields: without(log.fields, 1) })],
  ['the fields of another entry', /^private:/, (log) => ({ ...log, fields: swapped(log.fields, 1) })],
  [
    'a checkpoint of another size',
    /^checkpoint:order$/,
    (log) => ({ ...log, checkpoints: swapped(log.checkpoints, 1) }),
  ],
  [
    'the last checkpoint is missing from the list',
    /^checkpoint:missing$/,
    (log) => ({ ...log, checkpoints: log.checkpoints.slice(0, -1) }),
  ],
  [
    'a signature is another',
    /^checkpoint:(signature|key)$/,
    (log) => ({ ...log, checkpoints: replaced(log.checkpoints, 2, otherSignature) }),
  ],
  ['checkpoints of another log', /^checkpoint:log$/, (log) => ({ ...log, checkpoints: randomLog(99, 40).checkpoints })],
  [
    'an entry of another log',
    /^order:log$/,
    (log) => ({ ...log, leaves: replaced(log.leaves, 1, () => randomLog(99, 40).leaves[1] ?? '') }),
  ],
];

const otherActor = (text: string): string => text.replace(/"actor":"staff:.{8}/, '"actor":"staff:00000000');
const reversed = (text: string): string =>
  JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text) as object).reverse()));
const otherWords = (one: RandomLog['fields'][number]): RandomLog['fields'][number] => ({
  ...one,
  openings: one.openings.map((opening) => ({ ...opening, value: '別の人' })),
});
const otherSignature = (note: string): string => {
  const at = note.length - 10;
  return note.slice(0, at) + (note[at] === 'A' ? 'B' : 'A') + note.slice(at + 1);
};

describe('a log is broken, or cannot be judged, when', () => {
  test.each(TAMPERED)('%s', async (_, what, tamper) => {
    const log = randomLog(3, 120);
    expect(said(await judge(packOf(log)))).toBe('holds');
    expect(said(await judge(packOf(tamper(log))))).toMatch(what);
  });

  test('whoever has the key wrote another history: only what was kept outside shows it', async () => {
    const [log, rewritten] = [randomLog(3, 120), randomLog(3, 120, 4)];
    expect(rewritten.log).toBe(log.log);
    expect(said(await judge(packOf(rewritten)))).toBe('holds');
    const kept = log.checkpoints[5] ?? '';
    expect(said(await judge(packOf(rewritten), { kind: 'checkpoint', note: kept }))).toBe('anchor:root');
    expect(said(await judge(packOf(rewritten), { kind: 'code', code: codeOf(kept) }))).toBe('anchor:code');
  });

  test('it was put back to an earlier day: the checkpoint brought speaks of more', async () => {
    const [log, earlier] = [randomLog(3, 120), randomLog(3, 60)];
    expect(said(await judge(packOf(earlier), { kind: 'checkpoint', note: log.end }))).toBe('anchor:beyond');
  });
});

describe('a pack of a period', () => {
  const log = randomLog(12, 150);
  /** The first entry of a command, somewhere in the middle. */
  const from = log.leaves.findIndex((leaf, seq) => seq >= 60 && leaf.includes('"part":0,'));
  const judged = async (change: (files: Map<string, string>) => unknown = () => undefined): Promise<string> => {
    const files = periodOf(log, from);
    change(files);
    return said(await judge(zipOf(files.set('SHA256SUMS', sumsOf(files)))));
  };

  test('holds by itself, and says whose past it does not judge', async () => {
    const files = periodOf(log, from);
    const report = await judge(zipOf(files.set('SHA256SUMS', sumsOf(files))));
    expect(report.logs[0]?.outcome).toMatchObject({ verdict: 'holds', from, size: log.leaves.length });
    expect(reportWords(report, 'ja').join('\n')).toContain('それまでの所在を判定していません');
  });

  test('in which nothing happened holds too', async () => {
    const files = periodOf(log, log.leaves.length);
    expect(said(await judge(zipOf(files.set('SHA256SUMS', sumsOf(files)))))).toBe('holds');
  });

  test.each([
    [
      'the edge of the tree before it is another',
      /^checkpoint:root$/,
      (files: Map<string, string>) =>
        files.set('custody/before.json', periodOf(randomLog(13, 150), from).get('custody/before.json') ?? ''),
    ],
    [
      'the keys are missing',
      /^pack:custody\/keys\.jsonl$/,
      (files: Map<string, string>) => files.delete('custody/keys.jsonl'),
    ],
    [
      'the first key is left out',
      /^pack:custody\/keys\.jsonl$/,
      (files: Map<string, string>) =>
        files.set('custody/keys.jsonl', (files.get('custody/keys.jsonl') ?? '').split('\n').slice(1).join('\n')),
    ],
    [
      'the keys are those of another log',
      /^pack:custody\/keys\.jsonl$/,
      (files: Map<string, string>) =>
        files.set('custody/keys.jsonl', periodOf(randomLog(13, 150), from).get('custody/keys.jsonl') ?? ''),
    ],
    [
      'its beginning is not where it says',
      /^pack:custody\/before\.json$/,
      (files: Map<string, string>) =>
        files.set('pack.json', (files.get('pack.json') ?? '').replace(`"from":${from}`, `"from":${from - 1}`)),
    ],
  ])('is refused when %s', async (_, what, change) => {
    expect(await judged(change)).toMatch(what);
  });

  test('cannot be compared with what was kept before it', async () => {
    const files = periodOf(log, from);
    const anchor = { kind: 'checkpoint', note: log.checkpoints[0] ?? '' } as const;
    expect(said(await judge(zipOf(files.set('SHA256SUMS', sumsOf(files))), anchor))).toBe('anchor-before');
  });
});

describe('a pack is refused with its reason when', () => {
  const log = randomLog(5, 40);
  const pack = async (change: (files: Map<string, string>) => unknown, sums = true): Promise<string> => {
    const files = filesOf(log);
    change(files);
    if (sums) files.set('SHA256SUMS', sumsOf(files));
    return said(await judge(zipOf(files)));
  };

  test.each([
    ['it has no manifest', 'pack:pack.json', (files: Map<string, string>) => files.delete('pack.json')],
    [
      'its form is of a later version',
      'unknown-pack',
      (files: Map<string, string>) => files.set('pack.json', '{"v":2}\n'),
    ],
    [
      'a file is missing',
      'pack:custody/private.jsonl',
      (files: Map<string, string>) => files.delete('custody/private.jsonl'),
    ],
    ['a file climbs out', 'pack:zip', (files: Map<string, string>) => files.set('../../etc/passwd', 'x')],
    ['a file does not belong', 'pack:file', (files: Map<string, string>) => files.set('custody/notes.txt', 'x')],
    [
      'there is a log that it does not name',
      'pack:access/leaves.jsonl',
      (files: Map<string, string>) => files.set('access/leaves.jsonl', ''),
    ],
    [
      'the last line has no end',
      'pack:line',
      (files: Map<string, string>) => files.set('custody/leaves.jsonl', log.leaves.join('\n')),
    ],
    [
      'a line is endless',
      'pack:line',
      (files: Map<string, string>) => files.set('custody/leaves.jsonl', 'x'.repeat(1_000_000)),
    ],
    [
      'it blows itself up',
      'pack:bomb',
      (files: Map<string, string>) => files.set('custody/leaves.jsonl', '\n'.repeat(30_000_000)),
    ],
    [
      'a checkpoint is no text',
      'pack:checkpoints',
      (files: Map<string, string>) => files.set('custody/checkpoints.jsonl', '5\n'),
    ],
    [
      'the last checkpoint is no checkpoint',
      'checkpoint:text',
      (files: Map<string, string>) => files.set('custody/checkpoint', 'x'),
    ],
    [
      'there is a field more',
      'private:line',
      (files: Map<string, string>) =>
        files.set(
          'custody/private.jsonl',
          `${files.get('custody/private.jsonl') ?? ''}${jcs({ digests: { note: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=' }, fields: {}, seq: 4_000 })}\n`,
        ),
    ],
  ])('%s', async (_, what, change) => {
    expect(await pack(change)).toBe(what);
  });

  test('a sum does not fit', async () => {
    expect(await pack((files) => files.set('SHA256SUMS', sumsOf(files).replace(/^[0-9a-f]{4}/, 'dead')), false)).toBe(
      'pack:sums',
    );
  });

  test('an entry is another and nobody worked the sums out again: both are told', async () => {
    const files = filesOf(log);
    files.set('SHA256SUMS', sumsOf(files));
    const leaves = files.get('custody/leaves.jsonl') ?? '';
    files.set('custody/leaves.jsonl', leaves.replace('"condition":"good"', '"condition":"worn"'));
    const { verdict, logs, pack } = await judge(zipOf(files));
    expect([verdict, logs[0]?.outcome.verdict, pack]).toEqual([
      'broken',
      'broken',
      { verdict: 'broken', seq: null, at: 'pack:sums' },
    ]);
  });

  test('it is cut off anywhere, or is no ZIP at all', async () => {
    const whole = new Uint8Array(await (await packOf(log)).arrayBuffer());
    for (const length of [0, 3, 1_000, whole.length >> 1, whole.length - 1])
      expect([length, said(await judge(Promise.resolve(new Blob([whole.slice(0, length)]))))]).toEqual([
        length,
        'pack:zip',
      ]);
  });

  test('any one byte of it is another: it holds as before, or is refused', async () => {
    const whole = new Uint8Array(await (await packOf(randomLog(5, 12))).arrayBuffer());
    for (let at = 0; at < whole.length; at += 37) {
      const bytes = whole.slice();
      bytes[at] = (bytes[at] ?? 0) ^ 0x20;
      const report = await judge(Promise.resolve(new Blob([bytes])));
      // Times and attributes of files are nobody's word.
      if (report.verdict === 'holds') expect(report.logs[0]?.outcome).toMatchObject({ size: 12 });
    }
  });
});

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'azukari-verify-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const run = async (...args: string[]): Promise<readonly [number, string]> => {
    try {
      const main = join(import.meta.dirname, 'main.ts');
      const { stdout } = await promisify(execFile)(process.execPath, [main, ...args]);
      return [0, stdout];
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return [code, stdout + stderr];
    }
  };

  test('ends with 0, 1 or 2 and says why in both languages', async () => {
    const log = randomLog(2, 50);
    const file = (name: string, bytes: string | Uint8Array): string => {
      writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    };
    const zip = async (of: RandomLog): Promise<Uint8Array> => new Uint8Array(await (await packOf(of)).arrayBuffer());
    const good = file('good.zip', await zip(log));
    const cut = file('cut.zip', await zip({ ...log, leaves: log.leaves.slice(0, -1) }));
    expect(await run(good, '--checkpoint', file('kept', log.end))).toEqual([0, expect.stringContaining('最も強い')]);
    expect(await run(good, '--anchor', codeOf(log.end).toLowerCase())).toEqual([
      0,
      expect.stringContaining('fits the code'),
    ]);
    expect(await run(cut)).toEqual([1, expect.stringMatching(/記録 \d+: 記録の終わりが[^]*The end of the record/)]);
    expect(await run(good, '--anchor', '12')).toEqual([2, expect.stringContaining('16')]);
    expect(await run(join(folder, 'nothing.zip'))).toEqual([2, expect.stringContaining('ENOENT')]);
    expect(await run()).toEqual([2, expect.stringContaining('npm run verify')]);
  });
});
