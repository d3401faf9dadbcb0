import { isMailAddress, onTheWire } from './mail-address.ts';

test.each([
  'hanako@example.jp',
  'a..b@docomo.ne.jp',
  '.abc.@ezweb.ne.jp',
  "o'neil+card@mail.example.co.jp",
  `${'a'.repeat(64)}@example.jp`,
])('%s is an address', (text) => expect(isMailAddress(text)).toBe(true));

test.each([
  '',
  'hanako',
  '@example.jp',
  'hanako@',
  'hanako@localhost',
  'hanako@example..jp',
  'hanako@-example.jp',
  'hanako @example.jp',
  'a@example.jp,b@example.jp',
  'a@example.jp\r\nBcc: b@example.jp',
  'Hanako <hanako@example.jp>',
  '花子@example.jp',
  `${'a'.repeat(65)}@example.jp`,
  `a@${'b.'.repeat(130)}jp`,
])('%j is none', (text) => expect(isMailAddress(text)).toBe(false));

test.each([
  ['hanako.sakura@example.jp', 'hanako.sakura@example.jp'],
  ['a..b@docomo.ne.jp', '"a..b"@docomo.ne.jp'],
  ['.abc@ezweb.ne.jp', '".abc"@ezweb.ne.jp'],
  ['abc.@ezweb.ne.jp', '"abc."@ezweb.ne.jp'],
])('%s goes as %s', (address, wire) => expect(onTheWire(address)).toBe(wire));
