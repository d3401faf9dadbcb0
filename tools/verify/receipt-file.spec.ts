import { deflateSync } from 'node:zlib';
import { receiptIn } from './receipt-file.ts';

describe('the file of a receipt', () => {
  const proof = 'c2sp.org/tlog-proof@v1\nindex 0\n\nazukari/…\n';
  const pdf = (stream: Uint8Array, length = stream.length): Blob =>
    new Blob([
      '%PDF-1.7\n1 0 obj\n<<\n/Length 3\n>>\nstream\nxyz\nendstream\nendobj\n',
      `2 0 obj\n<<\n/Type /EmbeddedFile\n/Params <<\n/Size 9\n>>\n/Length ${String(length)}\n/Filter /FlateDecode\n>>\nstream\n`,
      stream.slice(),
      '\nendstream\nendobj\n',
    ]);

  test('is the text itself, or a PDF that carries it', async () => {
    expect(await receiptIn(new Blob([proof]))).toBe(proof);
    expect(await receiptIn(pdf(deflateSync(proof)))).toBe(proof);
  });

  test.each([
    ['nothing', new Blob([])],
    ['a pack', new Blob(['PK\u0003\u0004'])],
    ['a PDF without a file', new Blob(['%PDF-1.7\n1 0 obj\n<<\n>>\nendobj\n'])],
    ['another file', pdf(deflateSync('hello'))],
    ['no deflated file', pdf(Buffer.from(proof))],
    ['a file that is cut off', pdf(deflateSync(proof), 9)],
    ['a thousand files that are none', new Blob(['%PDF-1.7\n', '/Type /EmbeddedFile '.repeat(100_000)])],
    [
      'behind more files than a receipt has',
      new Blob([`%PDF-1.7\n${'/Type /EmbeddedFile\n'.repeat(99)}`, pdf(deflateSync(proof))]),
    ],
    ['a file that blows itself up', pdf(deflateSync(proof + 'x'.repeat(1_000_000)))],
  ])('is not %s', async (_, file) => expect(await receiptIn(file)).toBeNull());
});
