import { hex } from './base64.ts';
import { plainSha256 } from './plain-sha256.ts';
import { randomFrom, sha256 } from './testing/crypto.ts';
import { utf8 } from './utf8.ts';

// FIPS 180-4 examples, published by NIST with the standard.
test.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
])('SHA-256 of %p', (text, hash) => expect(hex(plainSha256(utf8(text)))).toBe(hash));

test('agrees with the platform for every length to 300 and a long one', () => {
  const random = randomFrom('plain');
  for (let length = 0; length <= 300; length++) {
    const bytes = random(length);
    if (hex(plainSha256(bytes)) !== hex(sha256(bytes))) throw new Error(`${length}`);
  }
  const long = random(1_000_003);
  expect(hex(plainSha256(long))).toBe(hex(sha256(long)));
});
