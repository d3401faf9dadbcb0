// Cuts public/fonts/core-{400,700}.woff2: the characters of our own Japanese words and of common names, clinics and homes in one
// file a weight, so that the first screens need a few files instead of sixty. What it lacks comes from the slices, as before.
// Run after many new words, with a folder in which subset-font and @expo-google-fonts/biz-udpgothic are installed:
//   node apps/web/fonts/cut-core.mjs /path/to/that/folder && node apps/web/fonts/write-font-faces.mjs
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const here = import.meta.dirname;
const require = createRequire(join(process.argv[2] ?? '.', 'package.json'));
// Not a package of this house: it is needed once in a while, by hand.
const CUTTER = 'subset-font';
const subsetFont = require(CUTTER);

const words = join(here, '../src/i18n/ja');
const said = readdirSync(words).map((file) => readFileSync(join(words, file), 'utf8'));
const common = readFileSync(join(here, 'common-characters.txt'), 'utf8');
const range = (from, to) => String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index));
const always = [
  range(0x20, 0x7e),
  range(0x3000, 0x3015),
  range(0x3041, 0x3096),
  range(0x3099, 0x30ff),
  range(0xff01, 0xff5e),
];
const characters = [...new Set([...always, ...said, common].join(''))].filter((one) => one > '\u001f').sort();

for (const [weight, file] of [
  [400, '400Regular/BIZUDPGothic_400Regular.ttf'],
  [700, '700Bold/BIZUDPGothic_700Bold.ttf'],
]) {
  const font = readFileSync(require.resolve(`@expo-google-fonts/biz-udpgothic/${file}`));
  writeFileSync(
    join(here, `../public/fonts/core-${weight}.woff2`),
    await subsetFont(font, characters.join(''), {
      targetFormat: 'woff2',
      noHinting: true,
      keepFeatures: ['ccmp', 'kern', 'locl', 'mark', 'mkmk'],
    }),
  );
}
writeFileSync(
  join(here, 'core-range.json'),
  `${JSON.stringify(rangeOf(characters.map((one) => one.codePointAt(0))))}\n`,
);

/** Writes code points as a unicode-range: neighbours together. */
function rangeOf(points) {
  const runs = [];
  for (const point of points.sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last?.[1] === point - 1) last[1] = point;
    else runs.push([point, point]);
  }
  const hex = (point) => point.toString(16);
  return runs.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(',');
}
