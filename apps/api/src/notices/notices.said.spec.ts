import { checkOut, issueForm } from '@azukari/contract';
import { addDays, tokyoTime } from '@azukari/domain';
import { NoticeHouse } from './testing/notice-house.ts';
import { partsOf } from './testing/post-office.ts';

let at: NoticeHouse;
beforeEach(async () => {
  at = await NoticeHouse.open();
});
afterEach(() => at.close());

test('a mail says where the card is as it leaves the house, not as it was made', async () => {
  at.office.always = { at: 'connect', does: 'cut' };
  const { item } = await at.aCard();
  await at.wake();
  await at.house.manager.ok(checkOut, {
    itemIds: [item.id],
    purpose: 'to-family',
    destination: '',
    sheet: null,
    note: '',
    holder: { kind: 'other', relation: 'family', name: '山田 太郎', contactId: null },
    dueBackAt: tokyoTime(addDays(at.house.clock.today(), 3), '17:00'),
  });
  at.office.always = null;
  at.goTo(0, '12:00');
  await at.wake();
  const [text] = at.office.letters.map((letter) => partsOf(letter).parts['text/plain'] ?? '');
  expect(at.office.letters).toHaveLength(1);
  expect(text).toContain('ご家族にお渡ししているマイナンバーカードは');
  expect(text).not.toContain('施設でお預かりしています');
});

test('says what a real notice is until the guide was handed over, and asks the staff for that before it is sent', async () => {
  const { resident, contact } = await at.aCard();
  const due = async () => (await at.reminders()).guidesDue.map((guide) => guide.contact.id);
  expect(await due()).toEqual([contact.id]);
  expect(at.office.letters).toEqual([]);
  await at.wake();
  await at.house.manager.send(issueForm, { residentIds: [resident.id] }, { form: 'F20' });
  expect(await due()).toEqual([]);
  at.goTo(15, '10:00');
  await at.wake();
  const said = at.office.letters.map((letter) =>
    (partsOf(letter).parts['text/plain'] ?? '').includes('くわしいご案内の紙'),
  );
  expect(said).toEqual([true, false]);
});
