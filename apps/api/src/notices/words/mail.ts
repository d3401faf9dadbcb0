import type { Instant } from '@azukari/domain';
import type { Block } from './blocks.ts';
import { calendarOf } from './calendar.ts';
import { answersTo, handingOf, speechOf, worded } from './compose.ts';
import { page } from './html.ts';
import { CannotBeWorded, missingWords, onOneLine } from './notice-words.ts';
import type { NoticeWords } from './notice-words.ts';
import { joined, plain, say } from './rich.ts';
import type { Rich } from './rich.ts';

/** Envelope is what the headers of a mail will say. */
export interface Envelope {
  readonly from: string;
  readonly toAddress: string;
  readonly messageId: string;
  readonly date: Instant;
}

/** Mail is a notice as a mail; `ics` is null where every day is over. */
export interface Mail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly ics: string | null;
}

/** mailOf words a notice as a mail. What would leave a hole, or could write a header, throws and names the field. */
export function mailOf(given: NoticeWords, envelope: Envelope): Mail {
  const wrong = [...missingWords(given), ...unsafeHeaders(envelope)];
  if (wrong.length > 0) throw new CannotBeWorded(wrong);
  const words = onOneLine(given);
  const { frame, tag } = speechOf(words.language);
  const subject = frame.subject(words.house.name);
  const blocks = blocksOf(words, { subject, from: envelope.from });
  return {
    subject,
    text: textOf(blocks),
    html: page({ tag, title: subject, blocks }),
    ics: calendarOf(words, envelope.date),
  };
}

/** Nodemailer folds and encodes; a line break in an address is refused here before it ever sees one. */
function unsafeHeaders({ from, toAddress, messageId }: Envelope): readonly string[] {
  const headers: Readonly<Record<string, string>> = { from, toAddress, messageId };
  return Object.keys(headers).filter((name) => /^\s*$|[\p{Cc}\p{Zl}\p{Zp}]/u.test(headers[name] ?? ''));
}

function blocksOf(words: NoticeWords, sender: { readonly subject: string; readonly from: string }): readonly Block[] {
  const { frame, space } = speechOf(words.language);
  const paragraph = (...lines: readonly Rich[]): Block => ({ is: 'paragraph', lines });
  const { checkpoint } = words;
  return [
    paragraph(...frame.greeting(words)),
    ...(words.guided ? [] : [paragraph(frame.introduction(sender))]),
    ...worded(words, { discreet: true }).map(({ lead, todo, missed }) =>
      paragraph(joined([lead, todo], space), missed),
    ),
    paragraph(handingOf(words), frame.pin),
    ...answerBlocks(words),
    paragraph(words.answerUrl === null ? frame.doubt.none : frame.doubt.button),
    paragraph(...frame.signature(words)),
    ...(checkpoint === null ? [] : [checkpointBlock(words, checkpoint)]),
  ];
}

function answerBlocks(words: NoticeWords): readonly Block[] {
  const { frame, answers } = speechOf(words.language);
  const { answerUrl, replyCode, house } = words;
  const { ask, choices: title, byPhone } = frame.answer;
  const possible = answersTo(words);
  if (answerUrl === null)
    return [
      { is: 'paragraph', lines: [byPhone(house.phone, replyCode)] },
      { is: 'list', title, points: possible.map((answer) => answers[answer]) },
    ];
  const choices = possible.map((answer) => ({ label: answers[answer], url: `${answerUrl}?answer=${answer}` }));
  return [{ is: 'answers', ask, url: answerUrl, title, answers: choices }];
}

function checkpointBlock(words: NoticeWords, { note, code, size, at }: NonNullable<NoticeWords['checkpoint']>): Block {
  const { frame, moment } = speechOf(words.language);
  const what = frame.checkpoint.what(size.toLocaleString('en-US'), moment(at));
  return { is: 'checkpoint', why: frame.checkpoint.why, what: say`${code}${what}`, note: note.trimEnd() };
}

const RULE = '――――――――――';

function textOf(blocks: readonly Block[]): string {
  const parts = blocks.map((block) => {
    switch (block.is) {
      case 'paragraph':
        return block.lines.map(plain).join('\n');
      case 'list':
        return listed(block.title, block.points);
      case 'answers':
        return `${plain(block.ask)}\n${block.url}\n\n${listed(
          block.title,
          block.answers.map(({ label }) => label),
        )}`;
      case 'checkpoint':
        return `${RULE}\n${plain(block.why)}\n${plain(block.what)}\n\n${block.note}`;
    }
  });
  return `${parts.join('\n\n')}\n`;
}

function listed(title: Rich, points: readonly Rich[]): string {
  return [plain(title), ...points.map((point) => `・${plain(point)}`)].join('\n');
}
