import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { DecompressionStream, ReadableStream } from 'node:stream/web';
import { TextDecoder } from 'node:util';
import { deflateRawSync } from 'node:zlib';
import { listIn } from '@azukari/domain';

import { correctedFile } from './corrected-file';
import { ListChoice } from './list-choice';
import { LARGEST_FILE_BYTES, pasted, readListFile } from './list-file';
import { Unreadable } from './sheet';

// A browser has these; jsdom has its own Blob and File without streams.
const NodeBlob = (await import('node:buffer')).Blob;
Object.assign(globalThis, { DecompressionStream, ReadableStream, TextDecoder, Blob: NodeBlob });
try {
  new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array([0xff]));
} catch (error) {
  // What these throw is of their own realm.
  Object.assign(globalThis, { TypeError: (error as Error).constructor });
}

const fileOf = (bytes: Uint8Array, name = 'list'): File =>
  ({ name, size: bytes.length, arrayBuffer: () => Promise.resolve(bytes.slice().buffer) }) as unknown as File;
const text = (words: string) => new TextEncoder().encode(words);
const cellsOf = async (bytes: Uint8Array) => {
  const [sheet] = (await readListFile(fileOf(bytes))).sheets;
  return sheet?.rows.map(({ cells }) => cells);
};
const noOf = async (file: File) =>
  readListFile(file).then(
    () => null,
    (error: unknown) => (error instanceof Unreadable ? error.no : Promise.reject(error as Error)),
  );

/** A ZIP as any program writes one, byte by byte. */
function zip(parts: Readonly<Record<string, string | Uint8Array>>, { flags = 0 } = {}): Uint8Array {
  const out: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, part] of Object.entries(parts)) {
    const packed = typeof part === 'string' ? deflateRawSync(part) : Buffer.from(part);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    out.push(local, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    at += 30 + name.length + packed.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...out, entries, end]));
}

const RELS =
  '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="/xl/worksheets/sheet2.xml"/></Relationships>';
const STYLES =
  '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="0.00E+00"/></numFmts>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>';
const workbook = (sheets: string, properties = '') =>
  `<workbook xmlns:r="http://rels"><workbookPr ${properties}/><sheets>${sheets}</sheets></workbook>`;
const book = (sheet: string, more: Readonly<Record<string, string>> = {}): Uint8Array =>
  zip({
    'xl/workbook.xml': workbook('<sheet name="一" sheetId="1" r:id="r1"/>'),
    'xl/_rels/workbook.xml.rels': RELS,
    'xl/styles.xml': STYLES,
    'xl/sharedStrings.xml':
      '<sst><si><t>氏名</t></si><si><r><t>髙﨑 </t></r><r><t>ミツ</t></r><rPh sb="0" eb="1"><t>タカサキ</t></rPh></si></sst>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
    ...more,
  });

describe('a workbook', () => {
  it('gives what its cells show: texts without their reading, days, numbers, formulas by their value', async () => {
    const bytes = book(
      '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row>' +
        '<row r="4"><c r="A4" s="1"><v>46234</v></c><c r="B4" s="2"><v>46234.5</v></c><c r="C4" s="3"><v>46234</v></c><c r="D4"><v>101</v></c></row>' +
        '<row r="5"><c t="inlineStr"><is><t> 二行\nの字 </t></is></c><c t="b"><v>1</v></c><c t="str"><f>A1</f><v>値</v></c><c><f>B1</f></c><c t="e"><v>#N/A</v></c></row>',
    );
    expect(await cellsOf(bytes)).toEqual([
      ['氏名', '', '髙﨑 ミツ'],
      ['2026-07-31', '2026-07-31', '46234', '101'],
      ['二行 の字', 'TRUE', '値', '#VALUE!', '#N/A'],
    ]);
  });

  it('that counts from 1904 gives the same days, with and without their format', async () => {
    const { sheets } = await readListFile(
      fileOf(
        book('', {
          'xl/workbook.xml': workbook('<sheet name="一" sheetId="1" r:id="r1"/>', 'date1904="1"'),
          'xl/worksheets/sheet1.xml':
            '<worksheet><sheetData><row r="1"><c t="inlineStr"><is><t>生年月日</t></is></c></row><row r="2"><c s="1"><v>44772</v></c></row><row r="3"><c><v>44772</v></c></row></sheetData></worksheet>',
        }),
      ),
    );
    const choice = new ListChoice();
    choice.take({ kind: 'xlsx', name: '', sheets });
    expect(choice.order().rows.map(({ cells }) => cells)).toEqual([['2026-07-31'], ['46234']]);
  });

  it('has the sheets that people see, and merged cells', async () => {
    const { sheets } = await readListFile(
      fileOf(
        book('', {
          'xl/workbook.xml': workbook('<sheet name="かくれた" state="hidden" r:id="r1"/><sheet name="二" r:id="r2"/>'),
          'xl/worksheets/sheet2.xml':
            '<x:worksheet xmlns:x="http://main"><x:sheetData><x:row r="7"><x:c r="AA7"><x:v>1</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A2:B4"/></x:mergeCells></x:worksheet>',
        }),
      ),
    );
    expect(sheets.map(({ name, rows, merges }) => [name, rows[0]?.line, rows[0]?.cells.length, merges])).toEqual([
      ['二', 7, 27, [{ top: 2, bottom: 4, left: 0, right: 1 }]],
    ]);
  });

  it('is refused with its reason when it is no workbook, closed, broken, old, too large, or a bomb', async () => {
    const old = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 9, 9];
    const closed = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);
    const whole = book('<row><c><v>1</v></c></row>');
    const bomb = new Uint8Array(deflateRawSync(Buffer.alloc(101_000_000)));
    for (const [bytes, no] of [
      [zip({ 'word/document.xml': '<a/>' }), 'no-list'],
      [book(''), 'empty'],
      [new Uint8Array(old), 'old-excel'],
      [new Uint8Array([...old, ...closed]), 'locked'],
      [zip({ 'xl/workbook.xml': '<a/>' }, { flags: 1 }), 'locked'],
      [whole.slice(0, whole.length - 30), 'broken'],
      [book('<row><c>'), 'broken'],
      [zip({ 'xl/workbook.xml': new Uint8Array([255, 255, 255]) }), 'broken'],
      [new Uint8Array(), 'empty'],
      [text('%PDF-1.7\n\0\0'), 'no-list'],
      [text('<!doctype html>'), 'no-list'],
      [zip({ 'xl/workbook.xml': bomb }), 'bomb'],
    ] as const)
      expect([await noOf(fileOf(bytes)), bytes.length]).toEqual([no, bytes.length]);
    const large = { size: LARGEST_FILE_BYTES + 1, arrayBuffer: () => Promise.reject(new Error('was read')) };
    expect(await noOf(large as unknown as File)).toBe('too-large');
  });

  it('the sample has all that a list may have', async () => {
    const bytes = new Uint8Array(readFileSync(resolve(process.cwd(), 'apps/web/public/sample/azukari-list.xlsx')));
    const [sheet] = (await readListFile(fileOf(bytes))).sheets;
    const list = sheet && listIn(sheet);
    expect(list?.columns).toEqual([
      'room',
      'name',
      'kana',
      'birthDate',
      'contactName',
      'relation',
      'phone',
      'kind',
      'expiresOn',
      'storage',
    ]);
    expect(list?.rows.length).toBe(22);
  });
});

describe('a text', () => {
  const LIST = '氏名,部屋\r\n"髙橋, ""ハナ""","1\n01"\r\n\r\n=1+1,="090"\r\n';
  // 氏名,部屋 and ﾊﾅ,1 as CP932 has them.
  const CP932 = [0x8e, 0x81, 0x96, 0xbc, 0x2c, 0x95, 0x94, 0x89, 0xae, 0x0a, 0xca, 0xc5, 0x2c, 0x31];

  it('is read in UTF-8 with and without its mark, in Shift_JIS, and as Excel writes Unicode', async () => {
    const rows = [
      ['氏名', '部屋'],
      ['髙橋, "ハナ"', '1 01'],
      ['=1+1', '090'],
    ];
    expect(await cellsOf(text(LIST))).toEqual(rows);
    expect(await cellsOf(text(`\ufeff${LIST}`))).toEqual(rows);
    expect(await cellsOf(new Uint8Array(CP932))).toEqual([
      ['氏名', '部屋'],
      ['ﾊﾅ', '1'],
    ]);
    const wide = Buffer.from('\ufeff氏名\t部屋\nハナ\t1', 'utf16le');
    expect(await cellsOf(new Uint8Array(wide))).toEqual([
      ['氏名', '部屋'],
      ['ハナ', '1'],
    ]);
    expect(await noOf(fileOf(new Uint8Array([0x41, 0xff, 0xfd, 0x41])))).toBe('letters');
  });

  it('knows the line on which a row begins', () => {
    expect(pasted('a\n"b\nc"\n\nd').sheets[0]?.rows.map(({ line }) => line)).toEqual([1, 2, 5]);
  });
});

describe('what is handed back', () => {
  const list = { titles: ['氏名', '電話'], rows: [{ cells: ['髙橋 "ハナ"', '+81-3'], reason: '氏名: 長すぎます。' }] };

  it('is of the kind that came, with its reasons, reckons nothing, and is read again as it was', async () => {
    const csv = new Uint8Array(await (await correctedFile(list, 'csv')).arrayBuffer());
    expect(new TextDecoder().decode(csv)).toContain('"\'+81-3"');
    const again = await readListFile(fileOf(csv));
    expect(again.sheets[0]?.rows.map(({ cells }) => cells)).toEqual([
      ['氏名', '電話', '理由'],
      ['髙橋 "ハナ"', '+81-3', '氏名: 長すぎます。'],
    ]);
    const xlsx = new Uint8Array(await (await correctedFile(list, 'xlsx')).arrayBuffer());
    expect(await cellsOf(xlsx)).toEqual(again.sheets[0]?.rows.map(({ cells }) => cells));
    expect(again.sheets[0] && listIn(again.sheets[0]).titles).toEqual(['氏名', '電話']);
  });
});
