import type { Instant } from '@azukari/domain';
import { japaneseMoment } from '../../forms/forms.words.ts';

/** testMail is the mail to oneself that shows whether mails arrive. */
export function testMail({ name, by, at }: { readonly name: string; readonly by: string; readonly at: Instant }): {
  readonly subject: string;
  readonly text: string;
} {
  return {
    subject: `【${name}】お知らせメールの確認`,
    text: [
      'このメールは、お知らせがご家族に届くかどうかを確かめるためのものです。ご返信は要りません。',
      `送った人：${by}　時刻：${japaneseMoment(at)}`,
      '',
      'This mail only shows that notices to families can be sent. No reply is needed.',
      '',
    ].join('\r\n'),
  };
}
