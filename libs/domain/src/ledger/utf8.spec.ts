import { fromUtf8, utf8 } from './utf8.ts';

/** The first and last code points of each length, and those beside the surrogates. */
const EDGES = [0, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x10ffff];

test('UTF-8 agrees with the platform on every code point', () => {
  const agrees = (point: number): void => {
    const text = String.fromCodePoint(point);
    const bytes = utf8(text);
    if (Buffer.compare(bytes, Buffer.from(text)) !== 0 || fromUtf8(bytes) !== text) throw new Error(point.toString(16));
  };
  EDGES.forEach(agrees);
  for (let point = 0; point <= 0x10ffff; point += point < 0x3000 ? 1 : 17)
    if (point < 0xd800 || point > 0xdfff) agrees(point);
});

test('UTF-8 takes as many bytes as the text needs', () => {
  const text = String.fromCodePoint(...EDGES);
  expect(Buffer.from(utf8(text)).toString('hex')).toBe(Buffer.from(text).toString('hex'));
  expect(fromUtf8(utf8(text))).toBe(text);
});

test.each([
  'c080',
  'c1bf',
  '80',
  'e080',
  'e08080',
  'e09fbf',
  'eda080',
  'edbfbf',
  'f0808080',
  'f08fbfbf',
  'f4908080',
  'f5808080',
  // Read as if its first byte were that of four, this would be U+10000.
  'f8908080',
  'ff',
  'e381',
])('UTF-8 is not %s', (bytes) => expect(fromUtf8(Buffer.from(bytes, 'hex'))).toBeNull());

test('UTF-8 keeps a byte order mark', () => expect(fromUtf8(Buffer.from('efbbbf61', 'hex'))).toBe('\ufeffa'));

test.each([
  '\ud800',
  '\udbffa',
  '\udc00',
  '\udfff',
  'a\udfffa',
  '\ud800\ud800',
  '\udc00\udc00',
  '\ud800\udbff',
  '\ud800\ue000',
  '\ud83d\ude02\ude02',
])('half a pair is not written: %j', (text) => expect(() => utf8(text)).toThrow('lone surrogate'));
