import { base64, fromBase64, hex } from './base64.ts';
import { randomFrom } from './testing/crypto.ts';

test('base64 and hex agree with the platform for every length', () => {
  const random = randomFrom('base64');
  for (let length = 0; length < 100; length++) {
    const bytes = random(length);
    expect(base64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
    expect(fromBase64(base64(bytes))).toEqual(new Uint8Array(bytes));
    expect(hex(bytes)).toBe(Buffer.from(bytes).toString('hex'));
  }
});

test.each([
  'A',
  'AA',
  'AAA',
  'AB==',
  'AE==',
  'AI==',
  'AAB=',
  'A===',
  '====',
  '=AAA',
  'AA=A',
  'AA==AAAA',
  'AA-_',
  'AAA\n',
  ' AAA',
  'AAAé',
  'ＡAAA',
])('base64 refuses %p', (text) => expect(fromBase64(text)).toBeNull());
