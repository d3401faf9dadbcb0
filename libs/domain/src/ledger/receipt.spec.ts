import { base64 } from './base64.ts';
import { signCheckpoint } from './checkpoint.ts';
import { jcs } from './jcs.ts';
import { leafText } from './leaf.ts';
import { seal } from './private-fields.ts';
import { checkReceipt, formatReceipt, formatReceiptExtra, parseReceiptExtra } from './receipt.ts';
import { randomFrom, sha256, signerFor, verify } from './testing/crypto.ts';
import { LOG, aCheckOut } from './testing/leaves.ts';
import { storeOf } from './testing/trees.ts';
import * as tree from './tree.ts';
import { utf8 } from './utf8.ts';

const signer = signerFor(LOG, 1);
const keys = [signer.key];
const FIELDS = {
  actorName: '佐藤 花子',
  holderName: '佐藤 花子',
  residentName: '髙橋 𠮷',
  destination: '山の手内科クリニック',
  note: '',
};
const sealed = seal(FIELDS, randomFrom('receipt'), sha256);
const leaf = aCheckOut({ seq: 9, prior: 3, private: sealed.private });
const text = leafText(leaf);
const log = storeOf(Array.from({ length: 21 }, (_, i) => utf8(i === 9 ? text : `other ${i}`)));
const at = (size: number, index = 9) => ({
  index,
  proof: tree.inclusionProof(index, size, log.read, sha256),
  checkpoint: signCheckpoint({ log: LOG, size, root: tree.rootOf(size, log.read, sha256) }, [signer]),
});
const extra = { leaf: text, digests: sealed.digests, openings: sealed.openings };
const check = (receipt: string, known = keys) => checkReceipt(receipt, known, { sha256, verify });
const receipt = formatReceipt(extra, at(21));

/** A log of one entry, to see what a checked leaf must still answer for. */
function alone(leafText: string, name = LOG): string {
  const own = signerFor(name, 1);
  const root = tree.leafHash(utf8(leafText), sha256);
  return formatReceipt(
    { leaf: leafText, digests: null, openings: [] },
    { index: 0, proof: [], checkpoint: signCheckpoint({ log: name, size: 1, root }, [own]) },
  );
}

describe('a receipt', () => {
  test('holds, at every later size', () => {
    for (let size = 10; size <= 21; size++)
      expect(check(formatReceipt(extra, at(size)))).toMatchObject({
        verdict: 'holds',
        leaf,
        checkpoint: { size },
        hidden: [],
      });
  });

  test('shows some fields and keeps others back', () => {
    const some = formatReceipt(
      { ...extra, openings: sealed.openings.filter(({ field }) => field === 'residentName') },
      at(21),
    );
    expect(check(some)).toMatchObject({
      verdict: 'holds',
      shown: [{ field: 'residentName', value: '髙橋 𠮷' }],
      hidden: ['actorName', 'destination', 'holderName', 'note'],
    });
  });

  test('is at most 4 KiB at a million entries', () => {
    const root = sha256(new Uint8Array(0));
    const checkpoint = signCheckpoint({ log: LOG, size: 1_000_000, root }, [signer]);
    const proof = Array.from({ length: 20 }, () => root);
    const big = aCheckOut({
      seq: 999_999,
      prior: 999_998,
      occurredAt: '2026-11-21T20:00:00.000Z',
      private: sealed.private,
    });
    const size = utf8(formatReceipt({ ...extra, leaf: leafText(big) }, { index: 999_999, proof, checkpoint })).length;
    expect(size).toBeLessThanOrEqual(4096);
  });

  test('cannot be judged without the key of its log', () =>
    expect(check(receipt, [])).toEqual({ verdict: 'cannot-judge', because: 'unknown-key' }));
});

describe('a receipt is broken', () => {
  const other = { ...extra, leaf: leafText(aCheckOut({ seq: 9, prior: 2, private: sealed.private })) };
  const forged = sealed.openings.map((one) => (one.field === 'note' ? { ...one, value: 'x' } : one));
  test.each([
    ['text', receipt.replace('tlog-proof@v1', 'tlog-proof@v2')],
    ['extra', receipt.replace(/extra .*\n/, '')],
    ['extra', receipt.replace(/extra .*\n/, 'extra AAAA\n')],
    ['checkpoint', receipt.replace('\n21\n', '\n22\n')],
    ['proof', formatReceipt(other, at(21))],
    ['proof', formatReceipt(extra, { ...at(21), index: 8 })],
    ['proof', formatReceipt(extra, { ...at(21), proof: at(20).proof })],
    ['private', formatReceipt({ ...extra, openings: forged }, at(21))],
    ['private', formatReceipt({ ...extra, digests: null }, at(21))],
    ['leaf', alone('no leaf')],
    ['index', alone(text.replace(sealed.private!, base64(sha256(utf8('x')))))],
    ['log', alone(text, LOG.replace('f001', 'f002') as typeof LOG)],
  ])('at %s', (at, forged) =>
    expect(check(forged, [signer.key, signerFor(LOG.replace('f001', 'f002'), 1).key])).toEqual({
      verdict: 'broken',
      at,
    }),
  );
});

test('an entry of a later version cannot be judged', () =>
  expect(check(alone(text.replace('"v":1', '"v":2')))).toEqual({ verdict: 'cannot-judge', because: 'unknown-entry' }));

describe('the extra of a receipt', () => {
  test('has a fixed form', () => {
    const r = new Uint8Array(32);
    const one = { leaf: 'x', digests: { note: base64(r) }, openings: [{ field: 'note' as const, r, value: 'メモ' }] };
    const zeros = base64(r);
    expect(Buffer.from(formatReceiptExtra(one)).toString()).toBe(
      `{"digests":{"note":"${zeros}"},"fields":{"note":{"r":"${zeros}","value":"メモ"}},"leaf":"x"}`,
    );
    expect(parseReceiptExtra(formatReceiptExtra(one))).toEqual(one);
  });

  const fits = { digests: null, fields: {}, leaf: 'x' };
  test.each([
    { ...fits, more: 1 },
    { digests: null, leaf: 'x' },
    { ...fits, leaf: 1 },
    { ...fits, digests: {} },
    { ...fits, digests: { note: 'AAAA' } },
    { ...fits, fields: [] },
    { ...fits, fields: { note: { r: 'AAA', value: 'x' } } },
    { ...fits, fields: { note: { r: 'AAAA', value: 1 } } },
    { ...fits, fields: { note: { r: 'AAAA' } } },
    [],
  ])('is not %j', (value) => expect(parseReceiptExtra(utf8(jcs(value)))).toBeNull());
  test('is not bytes that are no UTF-8', () => expect(parseReceiptExtra(Buffer.of(0xff))).toBeNull());
});
