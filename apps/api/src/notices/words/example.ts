import { addDays } from '@azukari/domain';
import type { CalendarDay, FamilyKind, ItemKind, OwnWords, WordingTime } from '@azukari/domain';
import { WORDING_PARTS, wordingFields } from '@azukari/domain';
import { speechOf } from './compose.ts';
import { letterOf } from './letter.ts';
import { mailOf } from './mail.ts';
import type { NoticeWords } from './notice-words.ts';
import { templateOf } from './own-words.ts';
import type { OwnParts } from './own-words.ts';
import { plain } from './rich.ts';

/** Example is a notice as a family would read it. */
export interface Example {
  readonly subject: string;
  readonly text: string;
  readonly letter: readonly { readonly name: string; readonly text: string }[];
}

/** An item that such a date stands on. */
const ITEMS: Readonly<Record<FamilyKind, ItemKind>> = {
  expiry: 'eligibility-certificate',
  'card-expiry': 'my-number-card',
  'certificate-expiry': 'my-number-card',
  renewal: 'disability-handbook-mental',
  're-judgement': 'disability-handbook-intellectual',
  'stay-expiry': 'residence-card',
  'must-apply': 'eligibility-certificate',
  'care-certification-renewal': 'care-insurance-card',
};
const DAYS_AHEAD: Readonly<Record<WordingTime, number>> = { before: 60, after: -10 };
const NOBODY = '＿＿＿＿';

/** exampleOf words a notice about somebody who does not exist, in the way of every other: as a mail, and as a letter. */
export function exampleOf(
  { kind, when }: { readonly kind: FamilyKind; readonly when: WordingTime },
  house: Pick<NoticeWords, 'language' | 'on' | 'house' | 'signer' | 'hours' | 'own' | 'answerUrl'>,
): Example {
  const words: NoticeWords = {
    ...house,
    house: { ...house.house, phone: house.house.phone || NOBODY },
    signer: { ...house.signer, name: house.signer.name || NOBODY },
    to: { name: '見本 一郎', address: '' },
    guided: true,
    lines: [aLine(kind, addDays(house.on, DAYS_AHEAD[when]))],
    replyCode: 'A1B2C3',
    checkpoint: null,
  };
  const date = `${house.on}T00:00:00.000Z`;
  const { subject, text } = mailOf(words, {
    from: 'a@example',
    toAddress: 'b@example',
    messageId: '<a@example>',
    date,
  });
  const rows = letterOf(words).blocks.flatMap((block) => (block.is === 'fields' ? block.rows : []));
  return { subject, text, letter: rows.map(([name, row]) => ({ name: plain(name), text: plain(row) })) };
}

/** bookWords are what the book says of a kind of deadline at a time, with its fields in braces. */
export function bookWords({ kind, language, when }: Pick<OwnWords, 'kind' | 'language' | 'when'>): OwnParts {
  const opens = wordingFields(kind).includes('opens') ? [{ text: '{opens}' }] : null;
  const { advice: book, past } = speechOf(language);
  const facts = { kind: ITEMS[kind], item: [{ text: '{item}' }], opens, at: 'here' } as const;
  const advice = { ...book[kind](facts), ...(when === 'after' && past[kind](facts)) };
  return Object.fromEntries(WORDING_PARTS.map((part) => [part, templateOf(advice[part])])) as OwnParts;
}

function aLine(kind: FamilyKind, date: CalendarDay): NoticeWords['lines'][number] {
  const item = ITEMS[kind];
  return {
    itemId: '00000000-0000-4000-8000-000000000000',
    residentName: '見本 花子',
    residentKana: 'みほん はなこ',
    relation: '長男',
    label: null,
    deadline: kind,
    wording: kind,
    at: 'here',
    kind: item,
    date,
  };
}
