import fc from 'fast-check';
import { canonicalJson, isPlainObject, jcs, parseStrict } from './jcs.ts';
import { vector, vectorFiles, vectorText } from './testing/vectors.ts';
import { utf8 } from './utf8.ts';

describe('RFC 8785 vectors', () => {
  test.each(vectorFiles('jcs/testdata/input').map((file) => file.split('/').at(-1) ?? ''))('%s', (name) => {
    const text = canonicalJson(vector(`jcs/testdata/input/${name}`));
    expect(text).toBe(vectorText(`jcs/testdata/output/${name}`).replace(/\n$/, ''));
    const hexText = vectorText(`jcs/testdata/outhex/${name.replace('.json', '.txt')}`).replaceAll(/\s/g, '');
    expect(Buffer.from(utf8(text)).toString('hex')).toBe(hexText);
  });
});

describe('the strict writer', () => {
  class Named {
    readonly name = 'a';
  }
  const nested = (depth: number) => Array.from({ length: depth }).reduce<unknown>((inner) => [inner], null);
  test.each<[string, unknown, string]>([
    ['undefined', { a: undefined }, 'no JSON value: undefined'],
    ['a hole', [, 1], 'no JSON value: undefined'],
    ['a fraction', 0.5, 'no integer for JCS: 0.5'],
    ['2^53', 2 ** 53, 'no integer for JCS'],
    ['-2^53', -(2 ** 53), 'no integer for JCS'],
    ['NaN', NaN, 'no integer for JCS: NaN'],
    ['infinity', Infinity, 'no integer for JCS: Infinity'],
    ['minus zero', -0, 'no integer for JCS'],
    ['a bigint', 1n, 'no JSON value: bigint'],
    ['a function', () => 1, 'no JSON value: function'],
    ['a symbol', Symbol('a'), 'no JSON value: symbol'],
    ['a high surrogate alone', '\ud83d', 'lone surrogate'],
    ['a low surrogate alone', 'x\ude02', 'lone surrogate'],
    ['a lone surrogate in a key', { '\udead': 1 }, 'lone surrogate'],
    ['a date', new Date(0), 'no JSON value: object'],
    ['a map', new Map(), 'no JSON value: object'],
    ['a class instance', new Named(), 'no JSON value: object'],
    ['bytes', Buffer.from('a'), 'no JSON value: object'],
    ['toJSON', { toJSON: () => 1 }, 'no JSON value: function'],
    ['what is 65 deep', nested(65), 'too deep for JCS'],
    ['names 65 deep', Array.from({ length: 65 }).reduce<unknown>((a) => ({ a }), null), 'too deep for JCS'],
  ])('refuses %s', (_, value, why) => {
    expect(() => jcs(value)).toThrow(TypeError);
    expect(() => jcs(value)).toThrow(why);
  });

  test('writes what is 64 deep', () => expect(jcs(nested(64))).toBe(`${'['.repeat(64)}null${']'.repeat(64)}`));

  test.each([undefined, null, 'text', 1, [], () => 1, new Date(0)])('%p is no plain object', (value) =>
    expect(isPlainObject(value)).toBe(false),
  );

  test.each<[unknown, string]>([
    [{ b: 1, a: [true, null, 'ü'] }, '{"a":[true,null,"ü"],"b":1}'],
    [{ '\ufb33': 1, '\u{1f602}': 2 }, '{"\u{1f602}":2,"\ufb33":1}'],
    [Object.assign(Object.create(null) as object, { a: 2 ** 53 - 1 }), '{"a":9007199254740991}'],
    [JSON.parse('{"__proto__":1}'), '{"__proto__":1}'],
  ])('writes %j', (value, text) => expect(jcs(value)).toBe(text));
});

describe('the strict reader', () => {
  test.each([
    '{"a":1,"a":1}',
    '{"a":1,"a":2}',
    '{"b":1,"a":2}',
    '{"a": 1}',
    '{"a":1}\n',
    '\ufeff{"a":1}',
    '{"a":1.0}',
    '{"a":-0}',
    '{"a":1e3}',
    '{"a":9007199254740993}',
    '{"a":"\\u0041"}',
    '{"a":"\\/"}',
    '{"a":"\\ud83d"}',
    '{"a":1',
    '',
    '['.repeat(100_000),
    '['.repeat(100_000) + ']'.repeat(100_000),
  ])('refuses %p', (text) => expect(parseStrict(text)).toBeUndefined());

  // The look that spares writing the value again may only ever agree with it.
  const writtenAgain = (text: string): unknown => {
    try {
      const value: unknown = JSON.parse(text);
      return jcs(value) === text ? value : undefined;
    } catch {
      return undefined;
    }
  };

  test('agrees with writing again and comparing, for any value in any writing', () => {
    const number = fc.oneof(
      fc.maxSafeInteger(),
      fc.constantFrom(0, -0, 1e15, 999_999_999_999_999, 2 ** 53, 0.5, 1e300),
    );
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', '"', '\\', ' ', ':', ',', '\ud83d', '\ude00', '𠮷', '\u007f', '1'),
    });
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof({ maxDepth: 4 }, number, text, fc.constantFrom(null, true, false), tie('list'), tie('object')),
      list: fc.array(tie('value'), { maxLength: 3 }),
      object: fc.dictionary(text, tie('value'), { maxKeys: 4 }),
    }));
    const sorted = (of: unknown): string => {
      if (Array.isArray(of)) return `[${of.map(sorted).join(',')}]`;
      if (typeof of !== 'object' || of === null) return JSON.stringify(of);
      const keys = Object.entries(of).sort(([one], [other]) => (one < other ? -1 : 1));
      return `{${keys.map(([key, under]) => `${JSON.stringify(key)}:${sorted(under)}`).join(',')}}`;
    };
    fc.assert(
      fc.property(value, (of) => {
        for (const written of [JSON.stringify(of), JSON.stringify(of, null, 1), sorted(of)])
          expect(parseStrict(written)).toEqual(writtenAgain(written));
      }),
      { numRuns: 2_000, seed: 8785 },
    );
  });

  test('agrees with it for every text one stroke away from a canonical one', () => {
    const whole = jcs({ a: [1, -2, { b: 'x y', c: null }], 'a"': 'é', b: { '': 0, '1': 12 }, d: true });
    const strokes = [...' "{}[],:-0129.eE\\abt\n\u0000\ud800𠮷'];
    for (let at = 0; at <= whole.length; at++)
      for (const stroke of ['', ...strokes])
        for (const over of [0, 1]) {
          const text = whole.slice(0, at) + stroke + whole.slice(at + over);
          const [ours, theirs] = [parseStrict(text), writtenAgain(text)];
          if ((ours === undefined) !== (theirs === undefined)) throw new Error(text);
        }
  });

  test.each([
    '{"b":1,"a":2}',
    '{"a":1,"a":1}',
    '{"ab":1,"a":2}',
    '{"a":{"b":1},"a":2}',
    '[{"a":1},{"b":1,"a":1}]',
    '{"\uffff":1,"𠮷":2}',
    '{"10":1,"9":1,"1":1}',
    '[1000000000000000,-1]',
    '[10000000000000000000]',
    '[1.5]',
    '[1e3]',
    '{"a": 1}',
    '[1]\n',
  ])('agrees with it for %p', (text) => expect(parseStrict(text)).toEqual(writtenAgain(text)));

  test('reads what the writer wrote', () => {
    const value = { a: ['x', 1, null], ключ: '𠮷野家\u0007\n' };
    expect(parseStrict(jcs(value))).toEqual(value);
  });
});

test.each([NaN, Infinity, -Infinity])('%p is no number of JSON', (value) =>
  expect(() => canonicalJson([value])).toThrow(`no JSON number: ${value}`),
);
