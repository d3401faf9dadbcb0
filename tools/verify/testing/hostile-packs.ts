import { crc32, deflateRawSync } from 'node:zlib';
import { randomLog } from './random-log.ts';
import { filesOf, sumsOf } from './random-pack.ts';
import type { PackFilesOf } from './random-pack.ts';
import { rawZip } from './raw-zip.ts';
import type { RawFile } from './raw-zip.ts';

/** HostilePack is a file that somebody made to be taken for a pack, or to bring down who looks at it, and what is said of it. */
export interface HostilePack {
  readonly what: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly verdict: 'broken' | 'cannot-judge' | 'holds';
}

type Made = readonly [what: string, bytes: HostilePack['bytes'], verdict?: HostilePack['verdict']];

const LOG = randomLog(5, 40);
const LEAVES = 'custody/leaves.jsonl';
const CHECKPOINT = 'custody/checkpoint';
const SYMLINK = 0o120777;
const LARGE = 10_000_000;

const raw = (files: PackFilesOf): RawFile[] => [...files].map(([name, text]) => ({ name, bytes: Buffer.from(text) }));

/** Another text of one file; the sums are worked out again. */
const text = (name: string, change: (before: string) => string): Uint8Array<ArrayBuffer> => {
  const files = filesOf(LOG);
  files.set(name, change(files.get(name) ?? ''));
  return rawZip(raw(files.set('SHA256SUMS', sumsOf(files))));
};
const leaf = (change: (before: string) => string): Uint8Array<ArrayBuffer> =>
  text(LEAVES, (leaves) =>
    leaves
      .split('\n')
      .map((line, n) => (n === 3 ? change(line) : line))
      .join('\n'),
  );
const number = (field: string, written: string): Uint8Array<ArrayBuffer> =>
  leaf((line) => line.replace(new RegExp(`"${field}":\\d+`), `"${field}":${written}`));
const size = (written: string): Uint8Array<ArrayBuffer> =>
  text(CHECKPOINT, (note) => note.replace(/\n\d+\n/, `\n${written}\n`));

/** An honest pack whose directory of files is another. */
const container = (
  change: (files: RawFile[]) => RawFile[] = (files) => files,
  count?: number,
): Uint8Array<ArrayBuffer> => {
  const files = filesOf(LOG);
  return rawZip(change(raw(files.set('SHA256SUMS', sumsOf(files)))), count);
};
const lies = (name: string, lie: Partial<RawFile>): Uint8Array<ArrayBuffer> =>
  container((files) => files.map((file) => (file.name === name ? { ...file, ...lie } : file)));
const more = (name: string, lie: Partial<RawFile> = {}): Uint8Array<ArrayBuffer> =>
  container((files) => [...files, { name, bytes: Buffer.from('x\n'), ...lie }]);
/** What is nothing but blanks, unpacked; its size is told as one likes. */
const swollen = (told: number): Partial<RawFile> => {
  const whole = Buffer.alloc(LARGE, ' ');
  return { bytes: deflateRawSync(whole), method: 8, size: told, sum: crc32(whole) };
};
const joined = (...parts: readonly (string | Uint8Array)[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part as string))));

/** A record of the end in 64 bits before the one that everybody reads: of other numbers. */
const wide = (): Uint8Array<ArrayBuffer> => {
  const whole = container();
  const end = Buffer.from(whole.slice(-22));
  const record = Buffer.alloc(76, 0xff);
  record.write('PK\u0006\u0006', 0, 'latin1');
  record.write('PK\u0006\u0007', 56, 'latin1');
  end.fill(0xff, 8, 20);
  return joined(whole.slice(0, -22), record, end);
};

/** hostilePacks are all of them, the honest one first: what is said of the others is said for what they are. */
export function hostilePacks(): readonly HostilePack[] {
  const whole = container();
  const { length } = whole;
  const made: readonly Made[] = [
    ['nothing hostile', whole, 'holds'],
    ['an empty file', new Uint8Array()],
    ['cut off in the middle', whole.slice(0, length >> 1)],
    ['cut off by a byte', whole.slice(0, -1)],
    ['with a byte after its end', joined(whole, 'x')],
    ['twice in one file', joined(whole, whole)],
    ['behind a script', joined('#!/bin/sh\n', whole)],
    ['with a comment', joined(whole.slice(0, -2), '\u0001\u0000x')],
    ['with a comment that is not there', joined(whole.slice(0, -2), '\u0009\u0000')],
    ['with a file twice', more(LEAVES)],
    ['with a file twice but for its letters', more('Custody/leaves.jsonl')],
    ['with a file that climbs out', more('../custody/leaves.jsonl')],
    ['with a file from the root', more('/etc/passwd')],
    ['with a file that climbs out as Windows has it', more('..\\x')],
    ['with a name that ends early', more('README.txt\u0000.exe')],
    ['with a folder', more('custody/', { bytes: Buffer.alloc(0) })],
    ['with a link', lies(LEAVES, { attributes: SYMLINK })],
    ['with a file that has no place', more('custody/notes.txt')],
    ['with a log that it does not name', more('access/leaves.jsonl')],
    [
      'with thousands of files',
      rawZip(
        Array.from({ length: 20_000 }, (_, n) => ({ name: `a${n}`, bytes: Buffer.alloc(0) })),
        9,
      ),
    ],
    ['with an encrypted file', lies(LEAVES, { flags: 1 })],
    ['with a patch to a file', lies(LEAVES, { flags: 0x20 })],
    ['with a file that is packed in another way', lies(LEAVES, { method: 12 })],
    ['with a file that was not deflated', lies(LEAVES, { method: 8 })],
    ['with a sum that is another', lies(LEAVES, { sum: 1 })],
    ['with a file longer than it is', lies(LEAVES, { packed: 2 ** 31 })],
    ['with a file that lies elsewhere', lies(LEAVES, { offset: 2 ** 31 })],
    ['with fewer files than it says', container(undefined, 99)],
    ['with an end of 64 bits that lies', wide()],
    ['that blows itself up', more('verify.html', swollen(LARGE))],
    ['that blows itself up and hides it', lies('pack.json', swollen(100))],
    ['that blows up an entry and hides it', lies(LEAVES, swollen(100))],
    ['without a log', text('pack.json', () => '{"logs":[],"v":1}\n')],
    ['with a log twice', text('pack.json', (had) => had.replace(/\[(.*)\]/, '[$1,$1]'))],
    ['with a key twice in what it names', text('pack.json', (had) => had.replace('{', '{"logs":[],'))],
    ['of a version that is no number', text('pack.json', (had) => had.replace('"v":1', '"v":true'))],
    ['of a version that is no whole number', text('pack.json', (had) => had.replace('"v":1', '"v":1.0'))],
    ['of version 0', text('pack.json', (had) => had.replace('"v":1', '"v":0'))],
    ['of a later version', text('pack.json', (had) => had.replace('"v":1', '"v":2')), 'cannot-judge'],
    ['of lists in lists', text('pack.json', () => `${'['.repeat(900)}${']'.repeat(900)}\n`)],
    ['of endless lists', text('pack.json', () => `${'['.repeat(200_000)}\n`)],
    ['with what it names on no line', text('pack.json', (had) => had.trim())],
    ['with a mark of byte order', text('pack.json', (had) => `\uFEFF${had}`)],
    ['with an entry of an unknown version', number('v', '2'), 'cannot-judge'],
    ['with an entry of no version', number('v', 'true')],
    ['with a part that is no number', number('part', 'false')],
    ['with a number beyond all', number('authAge', '1e400')],
    ['with a number below nothing', number('authAge', '-1')],
    ['with a nought below nothing', number('authAge', '-0')],
    ['with a number that is not exact', number('authAge', '9007199254740993')],
    ['with a number of many digits', number('authAge', '9'.repeat(5_000))],
    ['with no number', number('authAge', 'NaN')],
    ['with a key twice in an entry', leaf((line) => line.replace('{', '{"actor":"system",'))],
    ['with half a letter', leaf((line) => line.replace(/"actor":"[^"]*"/, String.raw`"actor":"\ud800"`))],
    ['with an entry of no type', leaf((line) => line.replace(/"type":"[^"]*"/, '"type":null'))],
    ['with an empty line', leaf(() => '')],
    ['with ends of line from Windows', text(LEAVES, (leaves) => leaves.replaceAll('\n', '\r\n'))],
    ['with a leaf of another log', leaf(() => randomLog(99, 40).leaves[3] ?? '')],
    ['signed for more entries than there can be', size('99999999999999999999999')],
    ['signed for a number of many digits', size('9'.repeat(5_000))],
    ['signed for fewer than none', size('-1')],
    ['signed for a number in full width', size('４０')],
    ['signed for a number with a nought before', size('040')],
    ['signed by nobody', text(CHECKPOINT, (note) => note.slice(0, note.indexOf('\n\n') + 2))],
    ['signed by too many', text(CHECKPOINT, (note) => `${note}${`\u2014 x ${'A'.repeat(100)}\n`.repeat(1_000)}`)],
    ['with sums of other files', text('SHA256SUMS', () => `${'0'.repeat(64)}  other\n`)],
    ['without sums', rawZip(raw(filesOf(LOG)))],
  ];
  return made.map(([what, bytes, verdict = 'broken']) => ({ what, bytes, verdict }));
}
