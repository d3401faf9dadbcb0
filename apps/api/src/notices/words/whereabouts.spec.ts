import { familyPage } from '../family/family-page.ts';
import { WORDINGS } from './compose.ts';
import { letterOf } from './letter.ts';
import { mailOf } from './mail.ts';
import { LANGUAGES } from './notice-words.ts';
import type { Language, NoticeWords, Whereabouts } from './notice-words.ts';
import { plain } from './rich.ts';
import { ENVELOPE, aLine, aNotice } from './testing/notices.ts';

/** What only is true while the facility has the item, and what only is while a family has it. */
const HERE: Readonly<Record<Language, RegExp>> = {
  ja: /お預かりしている|施設でお預かり|施設からお渡し|お渡しします|お渡しできる/,
  'ja-easy': /預（あず）かって|渡（わた）します/,
  en: /we keep|we will hand|we will have it ready/i,
};
const FAMILY: Readonly<Record<Language, RegExp>> = {
  ja: /ご家族にお渡ししている.*\n?[^]*ご家族のお手元/,
  'ja-easy': /家族（かぞく）が 持（も）っています/,
  en: /which is with your family[^]*It is with your family/,
};

const written = (language: Language, ...ats: readonly Whereabouts[]): NoticeWords =>
  aNotice({
    language,
    checkpoint: null,
    lines: WORDINGS.flatMap((wording) => ats.map((at) => aLine({ wording, at }))),
  });

function letterText(words: NoticeWords): string {
  return letterOf(words)
    .blocks.flatMap((block) =>
      block.is === 'fields' ? block.rows.flat() : block.is === 'paragraph' ? block.lines : [],
    )
    .map(plain)
    .join('\n');
}

const asked = { answers: ['self-renewal'], nonce: 'n', entered: { answer: '', plannedOn: '' }, problem: null } as const;
/** The title is that of all notices, as the guide has announced it. */
const unruled = (page: string): string =>
  page
    .slice(page.indexOf('</h1>'))
    .replaceAll(/<rp>|<\/rp>|<rt>|<\/rt>|<ruby>|<\/ruby>|<b>|<\/b>|<strong>|<\/strong>/g, '');

const PAPERS: Readonly<Record<string, (words: NoticeWords) => string>> = {
  mail: (words) => mailOf(words, ENVELOPE).text.split('\n').slice(1).join('\n'),
  letter: letterText,
  page: (words) => unruled(familyPage({ words, said: null, asked })),
};
const EVERY = Object.keys(PAPERS).flatMap((paper) => LANGUAGES.map((language) => [paper, language] as const));

describe.each(EVERY)('a %s in %s', (paper, language) => {
  const text = (...ats: readonly Whereabouts[]): string => PAPERS[paper]?.(written(language, ...ats)) ?? '';

  test('premise: says of what is here that it is, and will be handed over', () => {
    expect(text('here')).toMatch(HERE[language]);
    expect(text('here')).not.toMatch(FAMILY[language]);
  });

  test('says of what is with the family that it is with them', () => {
    expect(text('family')).not.toMatch(HERE[language]);
    if (paper !== 'letter') expect(text('family')).toMatch(FAMILY[language]);
    else
      expect(text('family')).toMatch(
        { ja: /お手元/, 'ja-easy': /家族（かぞく）が 持（も）って/, en: /with your family/ }[language],
      );
  });

  test('says of what is elsewhere neither', () => {
    expect(text('away')).not.toMatch(HERE[language]);
    expect(text('away')).not.toMatch(FAMILY[language]);
  });

  test('promises to hand over what is here, where only some is', () => {
    const mixed = text('here', 'away');
    expect(mixed).toMatch(
      { ja: /施設でお預かりしているものは/, 'ja-easy': /預（あず）かっているものは/, en: /What we keep here we will/ }[
        language
      ],
    );
  });
});

test.each(LANGUAGES)('in %s who goes herself is not promised what is not here', (language) => {
  const said = { answer: 'self-renewal', plannedOn: '2026-11-24' } as const;
  const page = (at: Whereabouts): string => unruled(familyPage({ words: written(language, at), said, asked: null }));
  expect(page('here')).toMatch(
    { ja: /お渡しできるよう/, 'ja-easy': /準備（じゅんび）/, en: /have it ready/ }[language],
  );
  expect(page('family')).not.toMatch(
    { ja: /お渡しできるよう/, 'ja-easy': /準備（じゅんび）/, en: /have it ready/ }[language],
  );
});
