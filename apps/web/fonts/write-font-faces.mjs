// Writes public/fonts/fonts.css: BIZ UDPGothic in its own slices, Noto Sans JP for the characters it lacks (𠮷 and others), and last
// the slice of cut-core.mjs: where several faces have a character, browsers take the last.
// Run after an update of @fontsource/biz-udpgothic:  node apps/web/fonts/write-font-faces.mjs
// The Noto slices were cut once with the npm package subset-font from @expo-google-fonts/noto-sans-jp; noto-ranges.json lists them.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const here = import.meta.dirname;
const require = createRequire(import.meta.url);
const noto = JSON.parse(readFileSync(`${here}/noto-ranges.json`, 'utf8'));
const core = JSON.parse(readFileSync(`${here}/core-range.json`, 'utf8'));

const faces = [];
for (const weight of [400, 700]) {
  const css = readFileSync(require.resolve(`@fontsource/biz-udpgothic/${weight}.css`), 'utf8');
  for (const [, file, range] of css.matchAll(/url\(\.\/files\/([\w-]+\.woff2)\)[^;]*;\s*unicode-range:\s*([^;]+);/g)) {
    faces.push(face('BIZ UDPGothic', weight, file, range));
  }
  for (const [slice, range] of Object.entries(noto)) {
    faces.push(face('Noto Sans JP Azukari', weight, `noto-jp-${slice}-${weight}.woff2`, range));
  }
}
for (const weight of [400, 700]) faces.push(face('BIZ UDPGothic', weight, `core-${weight}.woff2`, core));
writeFileSync(`${here}/../public/fonts/fonts.css`, `${faces.join('\n')}\n`);

function face(family, weight, file, range) {
  return `@font-face{font-family:'${family}';font-weight:${weight};font-display:swap;src:url(${file}) format('woff2');unicode-range:${range}}`;
}
