import { anchorCode, readAnchorCode } from './anchor-code.ts';
import { sha256 } from './testing/crypto.ts';
import { LOG } from './testing/leaves.ts';

const BODY = `${LOG}\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n`;

describe('anchor codes', () => {
  const code = anchorCode(BODY, sha256);
  test('are the first 80 bits in Crockford base32', () => {
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    const bits = [...code.replaceAll('-', '')].map((digit) =>
      '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(digit).toString(2).padStart(5, '0'),
    );
    const bytes = bits
      .join('')
      .match(/.{8}/g)!
      .map((byte) => Number.parseInt(byte, 2));
    expect(bytes).toEqual([...sha256(Buffer.from(BODY)).subarray(0, 10)]);
  });

  test.each([
    ['0123-4567-89ab-cdef', '0123-4567-89AB-CDEF'],
    ['O1I2 L3o4 i5l6 7890', '0112-1304-1516-7890'],
    ['０１２３－４５６７ー８９ＡＢ−ｃｄｅｆ', '0123-4567-89AB-CDEF'],
    ['0123456789abcdef', '0123-4567-89AB-CDEF'],
    ['0123-4567-89AB-CDE', null],
    ['0123-4567-89AB-CDEF0', null],
    ['0123-4567-89AB-CDEU', null],
    ['', null],
  ])('typed as %p are read as %p', (typed, read) => expect(readAnchorCode(typed)).toBe(read));
});
