import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const folder = process.argv[2] ?? 'apps/web/dist/browser';
const SMALLEST_BYTES = 1024;
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

// Compressed once at the build, so that the server has nothing to do at each request.
for (const file of readdirSync(folder, { recursive: true })) {
  if (!/\.(js|css|svg|json)$/.test(file)) continue;
  const bytes = readFileSync(join(folder, file));
  if (bytes.length < SMALLEST_BYTES) continue;
  writeFileSync(join(folder, `${file}.br`), brotliCompressSync(bytes, QUALITY));
  writeFileSync(join(folder, `${file}.gz`), gzipSync(bytes, { level: 9 }));
}
