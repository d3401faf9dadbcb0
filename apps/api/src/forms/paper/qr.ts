import { crc32, deflateSync } from 'node:zlib';
import encoder from 'pdfmake/js/qrEnc.js';

/** Pixels of one module: enough that no viewer blurs the edges, and one byte of a one-bit picture. */
const PIXELS = 8;

/**
 * qrImage draws a QR code (error correction M) as a one-bit PNG data URL, a byte of it for each module's row. An image is
 * embedded once however many pages show it; pdfmake's own `qr` node would draw two thousand rectangles on each. The quiet
 * zone of four modules is the paper around it.
 */
export function qrImage(text: string): string {
  const matrix = modules(text);
  const side = matrix.length * PIXELS;
  const stride = Math.ceil(side / 8);
  const white = Buffer.alloc(1 + stride, 0xff);
  white[0] = 0;
  const lines: Buffer[] = [];
  for (let y = 0; y < side; y++) {
    const row = matrix[Math.floor(y / PIXELS)];
    const line = Buffer.from(white);
    row?.forEach((dark, column) => {
      if (dark) line[1 + column] = 0;
    });
    lines.push(line);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const png = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(lines))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return `data:image/png;base64,${png.toString('base64')}`;
}

/** modules asks pdfmake's encoder for the code and reads its rectangles back into a square of dark and light. */
export function modules(text: string): readonly (readonly boolean[])[] {
  const { _canvas: rects } = encoder.default.measure({ qr: text, eccLevel: 'M' });
  const [ground, ...dark] = rects;
  const unit = dark[0]?.w ?? 1;
  const size = (ground?.w ?? 0) / unit;
  const matrix = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const { x, y } of dark) {
    const row = matrix[y / unit];
    if (row) row[x / unit] = true;
  }
  return matrix;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
