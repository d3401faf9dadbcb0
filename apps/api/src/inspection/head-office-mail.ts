import { japaneseMoment } from '../forms/forms.words.ts';
import type { SignedCheckpoint } from '../ledger/checkpoints.ts';
import type { Mail } from '../notices/notices.mail.ts';
import { periodWords } from './paper/pages.ts';
import type { Tally } from './paper/pages.ts';
import type { Sight } from './sight.ts';

/** Told is what the head office hears: that a pack was made, of which days and by whom, and how many; none of its content. */
export interface Told {
  readonly house: string;
  readonly by: string;
  readonly at: string;
  readonly period: Sight['period'];
  readonly tally: Tally;
  readonly checkpoint: Pick<SignedCheckpoint, 'code' | 'size'> | null;
}

/** headOfficeMail words it. */
export function headOfficeMail({ house, by, at, period, tally, checkpoint }: Told): Pick<Mail, 'subject' | 'text'> {
  const { entries, late, amended, cancelled, open } = tally;
  return {
    subject: `【${house}】運営指導の記録一式を作りました`,
    text: [
      `${house}で、運営指導のための記録一式を作りました。`,
      '',
      `作った日時　${japaneseMoment(at)}`,
      `作った人　　${by}`,
      `期間　　　　${periodWords(period)}`,
      `記録　　　　${String(entries)}件（あとから ${String(late)}件・訂正 ${String(amended)}件・取消 ${String(cancelled)}件）`,
      `未了の事項　${String(open)}件`,
      '',
      'この知らせに記録の中身は入っていません。心当たりのないときは、施設にお電話でお確かめください。',
      ...(checkpoint === null
        ? []
        : [
            '',
            `確認番号　${checkpoint.code}（記録 ${String(checkpoint.size)}件）`,
            'この番号を残しておくと、それまでの記録があとから書きかえられていないことを確かめられます。',
          ]),
      '',
    ].join('\n'),
  };
}
