import { FAMILY_KINDS, piecesOf, wordingFields, wordingProblem } from './wording.ts';

describe('the words of a house', () => {
  it.each(FAMILY_KINDS)('of %s may name every field that such a notice always has', (kind) => {
    const fields = wordingFields(kind);
    expect(fields.length).toBeGreaterThanOrEqual(4);
    expect(wordingProblem(fields.map((field) => `{${field}}`).join('、'), kind)).toBeNull();
  });

  it.each([
    ['{name}様の', 'unknown-field'],
    ['{Date}', 'unknown-field'],
    ['{ date }', 'unknown-field'],
    ['{}', 'unknown-field'],
    ['{date', 'unknown-field'],
    ['date}', 'unknown-field'],
    ['{{date}}', 'unknown-field'],
    ['｛date｝', 'unknown-field'],
    ['{期限|}', 'unknown-field'],
    ['{toString}', 'unknown-field'],
    ['一行目\n二行目', 'line-break'],
    ['一\t二', 'line-break'],
    ['{opens}から', 'missing-field'],
  ] as const)('「%s」 cannot be said of an expiry: %s', (text, problem) =>
    expect(wordingProblem(text, 'expiry')).toBe(problem),
  );

  it('may be plain, or carry readings', () => {
    expect(wordingProblem('窓口でお確かめください。', 'expiry')).toBeNull();
    expect(wordingProblem('{期限|きげん}は {date}です。', 'expiry')).toBeNull();
  });

  it('are taken apart into text, readings and fields', () =>
    expect(piecesOf('{期限|きげん}は{date}。')).toEqual([
      { text: '期限', reading: 'きげん' },
      { text: 'は' },
      { field: 'date' },
      { text: '。' },
    ]));
});
