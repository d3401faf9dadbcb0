import { testMail } from './test-mail.ts';

test('says when it was sent as people in Japan say it', () => {
  const { text } = testMail({ name: 'さくらの里', by: '佐藤 花子', at: '2026-11-22T10:24:19.176Z' });
  expect(text).toContain('送った人：佐藤 花子　時刻：2026年11月22日(日) 19:24');
});
