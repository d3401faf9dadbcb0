import type { NoticeLine, NoticeWords } from '../notice-words.ts';
import type { Envelope } from '../mail.ts';

/** aLine is one date of a card; what matters is named. */
export function aLine(given: Partial<NoticeLine> = {}): NoticeLine {
  return {
    itemId: '0b6f4c1e-3a52-4d8e-9c3f-5b7a9d1e2f04',
    residentName: '山田 タミ',
    residentKana: 'やまだ たみ',
    relation: '長女',
    kind: 'my-number-card',
    label: null,
    deadline: 'certificate-expiry',
    date: '2026-12-10',
    wording: 'certificate-expiry',
    at: 'here',
    ...given,
  };
}

/** aNotice is a notice with every field filled; what matters is named. */
export function aNotice(given: Partial<NoticeWords> = {}): NoticeWords {
  return {
    language: 'ja',
    on: '2026-11-22',
    house: {
      name: '特別養護老人ホームさくらの里',
      kana: '',
      phone: '0470-00-1234',
      address: '千葉県いすみ市深堀1234番地5',
      head: '山本 恵子',
    },
    signer: { name: '佐藤', title: '生活相談員' },
    hours: '平日9〜17時',
    to: { name: '髙﨑 健', address: '〒298-0000 千葉県いすみ市国府台5678番地' },
    guided: true,
    lines: [aLine()],
    own: [],
    answerUrl: 'https://azukari.example/f#token',
    replyCode: 'K7-42',
    checkpoint: {
      note: 'azukari/7d7a6e4a-1a2b-4c3d-8e9f-001122334455/custody\n1043\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n— azukari/7d7a6e4a Az3grlgt\n',
      code: '7H3K-Q9ZD-0VMX-4T2B',
      size: 1043,
      at: '2026-11-22T05:05:01.000Z',
    },
    ...given,
  };
}

/** ENVELOPE is what the headers of these mails say. */
export const ENVELOPE: Envelope = {
  from: 'azukari@sakura.example',
  toAddress: 'family@example.com',
  messageId: '<0b7c@sakura.example>',
  date: '2026-11-22T00:00:00.000Z',
};
