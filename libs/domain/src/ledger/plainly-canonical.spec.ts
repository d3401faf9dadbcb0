import { isPlainlyCanonical } from './plainly-canonical.ts';

const deep = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

// That it never says yes to what the writer would not write, jcs.spec.ts asks of any text; this is where it must spare the writing.
test.each([
  '{}',
  '1',
  'true',
  '"預かり"',
  '[0,1,9,10,19,90]',
  '[1,2,3,4,5,6,7,8,9,10,11,12]',
  '[999999999999999]',
  '["1.5 -1 { [ : ,"]',
  '{"a":1,"b":"x","c":null}',
  '{"a":1,"a!":2,"ab":3,"ac":4}',
  '{"b":{"a":1}}',
  '{"":0,"a":{"z":1},"b":[{"y":1},{"x":1}],"c":"z"}',
  deep(64),
])('sees at one look that %s is written as it must be', (text) => expect(isPlainlyCanonical(text)).toBe(true));

test.each([
  '{"a":"\\u0041"}',
  '"\ud83d"',
  '{"b":1,"a":2}',
  '{"a":1,"a":2}',
  '{"ab":1,"a":2}',
  '{"a!":1,"a":2}',
  '{"ac":1,"ab":2}',
  '{"ba":1,"ab":2}',
  '{"b":{"z":1},"a":2}',
  '{"b":[1],"a":2}',
  '{"a":{"b":1,"a":2}}',
  '[{"a":1},{"b":1,"a":2}]',
  '[1, 2]',
  '[1 ]',
  '1\n',
  '[-1]',
  '[1.5]',
  '[1e3]',
  '[1000000000000000]',
  deep(65),
])('is not sure of %s', (text) => expect(isPlainlyCanonical(text)).toBe(false));
