import { formatTlogProof, parseTlogProof } from './tlog-proof.ts';
import { randomFrom } from './testing/crypto.ts';
import { vector } from './testing/vectors.ts';

interface Cases {
  readonly reject: readonly string[];
  readonly accept_shape: readonly string[];
}
const cases = vector('tlog-proof/tlog_proof_parse_cases.json') as Cases;
const random = randomFrom('tlog-proof');
const whole = {
  extra: random(50),
  index: 7,
  proof: [random(32), random(32)],
  checkpoint: 'log\n9\nroot\n\n\u2014 log sig\n',
};
const text = formatTlogProof(whole);
const withHashes = (most: number) =>
  formatTlogProof({ ...whole, proof: [] }).replace('index 7\n', `index 7\n${`${'A'.repeat(43)}=\n`.repeat(most)}`);

describe('the grammar of receipts', () => {
  test.each(cases.reject)('refuses %j', (text) => expect(parseTlogProof(text)).toBeNull());
  test.each(cases.accept_shape)('takes and writes %j', (text) => {
    const read = parseTlogProof(text);
    expect(read).toEqual({ extra: null, index: 0, proof: [], checkpoint: 'checkpoint\n' });
    expect(formatTlogProof(read!)).toBe(text);
  });

  test('takes as many hashes as the deepest tree has, and a text as long as a line of a pack, not longer', () => {
    expect(parseTlogProof(withHashes(53))?.proof).toHaveLength(53);
    const reads = (length: number) => parseTlogProof(text.padEnd(length, ' ')) !== null;
    expect([262_144, 262_145].map(reads)).toEqual([true, false]);
  });

  test('reads back what it wrote', () => expect(parseTlogProof(text)).toEqual(whole));

  test.each([
    ['an empty extra', text.replace(/extra .*/, 'extra ')],
    ['two extras', text.replace(/(extra .*\n)/, '$1$1')],
    ['extra after index', text.replace(/(extra .*\n)(index .*\n)/, '$2$1')],
    ['a leading zero', text.replace('index 7', 'index 07')],
    ['a blank after index', text.replace('index 7', 'index  7')],
    ['CR LF', text.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\ufeff${text}`],
    ['another word for index', text.replace('index 7', 'INDEX 7')],
    ['a header alone', `${text.slice(0, text.indexOf('\n'))}\n\n${whole.checkpoint}`],
    ['an empty line before all', `\n\n${text}`],
    ['no checkpoint', text.slice(0, text.indexOf('\n\n') + 2)],
    ['no empty line', text.slice(0, text.indexOf('\n\n') + 1)],
    ['more hashes than any tree has', withHashes(54)],
  ])('refuses %s', (_, other) => {
    expect(other).not.toBe(text);
    expect(parseTlogProof(other)).toBeNull();
  });

  test.each([
    { index: -1 },
    { index: 0.5 },
    { checkpoint: '' },
    { extra: new Uint8Array(0) },
    { proof: [new Uint8Array(31)] },
  ])('does not write %j', (wrong) => expect(() => formatTlogProof({ ...whole, ...wrong })).toThrow('no tlog-proof'));
});
