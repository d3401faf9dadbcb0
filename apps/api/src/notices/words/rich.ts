/** Run is a piece of a sentence: with a reading above it, or set out strongly. */
export interface Run {
  readonly text: string;
  readonly reading?: string;
  readonly strong?: boolean;
}

/** Rich is a sentence of which plain text, HTML and paper are made. */
export type Rich = readonly Run[];

const RUBY = /\{([^{|}]+)\|([^{}]+)\}/g;
/** A text is taken apart once, however many families are told of it. */
const parsed = new WeakMap<TemplateStringsArray, readonly Rich[]>();

/** say makes a sentence. In the text itself `{期限|きげん}` has a reading; what is put in is never taken apart. */
export function say(parts: TemplateStringsArray, ...values: readonly (string | Rich)[]): Rich {
  let literal = parsed.get(parts);
  if (literal === undefined) {
    literal = parts.map(runsOf);
    parsed.set(parts, literal);
  }
  return literal.flatMap((runs, n) => {
    const value = values[n];
    if (value === undefined) return runs;
    return [...runs, ...(typeof value === 'string' ? [{ text: value }] : value)];
  });
}

/** said makes sentences of words. */
export function said<Code extends string>(words: Readonly<Record<Code, string>>): Readonly<Record<Code, Rich>> {
  const all = {} as Record<Code, Rich>;
  for (const code of Object.keys(words) as Code[]) all[code] = [{ text: words[code] }];
  return all;
}

/** strong sets a sentence out. */
export function strong(rich: Rich): Rich {
  return rich.map((run) => ({ ...run, strong: true }));
}

/** joined puts sentences side by side, with something between. */
export function joined(sentences: readonly Rich[], between = ''): Rich {
  return sentences.flatMap((rich, n) => (n === 0 || between === '' ? rich : [{ text: between }, ...rich]));
}

/** plain is a sentence as text: a reading follows its word in brackets. */
export function plain(rich: Rich): string {
  return rich.map(({ text, reading }) => (reading === undefined ? text : `${text}（${reading}）`)).join('');
}

/** html is a sentence as HTML, with every character of it harmless. */
export function html(rich: Rich): string {
  let bold = false;
  let tags = '';
  for (const { text, reading, strong: isStrong = false } of rich) {
    if (isStrong !== bold) tags += isStrong ? '<b>' : '</b>';
    bold = isStrong;
    tags +=
      reading === undefined
        ? escaped(text)
        : `<ruby>${escaped(text)}<rp>（</rp><rt>${escaped(reading)}</rt><rp>）</rp></ruby>`;
  }
  return bold ? `${tags}</b>` : tags;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** escaped is a text that means nothing but itself between tags and in an attribute. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (one) => ENTITIES[one] ?? '');
}

function runsOf(part: string): Rich {
  const runs: Run[] = [];
  let at = 0;
  for (const match of part.matchAll(RUBY)) {
    const [whole, text = '', reading = ''] = match;
    if (match.index > at) runs.push({ text: part.slice(at, match.index) });
    runs.push({ text, reading });
    at = match.index + whole.length;
  }
  if (at < part.length) runs.push({ text: part.slice(at) });
  return runs;
}
