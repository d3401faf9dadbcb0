import { spawnSync } from 'node:child_process';
import decodeQR from 'qr/decode.js';

const HEAD = /^P6\s+(\d+)\s+(\d+)\s+\d+\s/;

/** codeOn reads the two-dimensional code of a page as a camera would, from its picture; null where nothing draws pages (pdftoppm, of poppler). */
export function codeOn(pdf: Buffer, page: number): string | null {
  const only = String(page);
  const { error, stdout } = spawnSync('pdftoppm', ['-r', '150', '-f', only, '-l', only], {
    input: pdf,
    maxBuffer: 2 ** 26,
  });
  if (error) return null;
  const head = HEAD.exec(stdout.toString('latin1', 0, 40));
  if (!head) throw new Error(`page ${only} could not be drawn`);
  const [all, width, height] = head;
  return decodeQR({ width: Number(width), height: Number(height), data: stdout.subarray(all.length) });
}
