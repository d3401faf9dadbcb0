import type { Role } from '@azukari/domain';

import { id, NOW, openScreen } from '../session/testing';
import { LossGuide } from './loss-guide';
import type { Loss } from './loss-step-dialog';

const step = (
  name: Loss['steps'][number]['step'],
  more: Partial<Loss['steps'][number]> = {},
): Loss['steps'][number] => ({
  step: name,
  need: 'required',
  settled: false,
  noted: null,
  ...more,
});
const DONE = {
  answer: 'done',
  at: '2026-10-18T06:00:00.000Z',
  by: '伊藤 さくら',
  note: '受付の方 山本さん',
  recordedBy: '髙﨑 𠮷右衛門',
  recordedAt: '2026-10-18T06:45:00.000Z',
} as const;
const LOSS = {
  seq: 812,
  noticedAt: '2026-10-17T23:30:00.000Z',
  noticedBy: '伊藤 さくら',
  place: 'outside',
  bedridden: 'no',
  reportedAt: NOW,
  reportedBy: '髙﨑 𠮷右衛門',
  reportNote: null,
  note: null,
  expressUntil: null,
  explained: null,
  ending: null,
  steps: [
    step('searched', { settled: true, noted: DONE }),
    step('card-stopped'),
    step('police-told', { need: 'asks' }),
    step('issuer-told', { need: 'not-required', settled: true }),
  ],
} as unknown as Loss;

const ENDING = { at: NOW, by: '高橋 恵', note: '新しいカードが届いた' };

const open = (loss: Partial<Loss> = {}, role: Role = 'manager') =>
  openScreen(LossGuide, {
    role,
    level: role === 'manager' ? 'responsible' : null,
    data: { loss: { ...LOSS, ...loss } },
  });

it('says how long it is ago, how far it is, who did what when, and which number stops the card', async () => {
  const { all, screen, text } = await open();
  for (const part of ['気づいてから49時間', '2 / 4 済み']) expect(text()).toContain(part);
  const [searched = '', stopped = '', police = '', issuer = ''] = all('.steps > li');
  for (const part of ['伊藤 さくらさん・10月18日(日) 15:00', '記録 髙﨑 𠮷右衛門さん・10月18日(日) 15:45', '山本さん'])
    expect(searched).toContain(part);
  expect(stopped).toContain('0120-95-0178');
  expect(screen.querySelector('a.call')?.getAttribute('href')).toBe('tel:0120950178');
  expect(police).toContain('施設の外でなくしたときだけ');
  expect(issuer).toContain('いりません');
});

it('a step that nobody has to do, and one that was ticked by mistake, are told in one tap', async () => {
  const { http, part, screen, settle } = await open();
  let changed = 0;
  part.changed.subscribe(() => (changed += 1));
  const press = async (n: number, words: string) => {
    const found = [...(screen.querySelectorAll('.steps > li')[n]?.querySelectorAll('button') ?? [])];
    found.find(({ textContent }) => textContent.includes(words))?.click();
    await settle();
    return http.expectOne('/api/losses/steps');
  };
  const notNeeded = await press(1, 'いらない');
  expect(notNeeded.request.body).toMatchObject({ seq: 812, step: 'card-stopped', answer: 'not-needed' });
  notNeeded.flush(
    { receipt: { commandId: id(1), recordedAt: NOW, by: null, entries: [] } },
    { status: 201, statusText: 'Created' },
  );
  await settle();
  expect(changed).toBe(1);
  const undone = await press(0, 'まだ、にもどす');
  expect(undone.request.body).toMatchObject({ seq: 812, step: 'searched', answer: 'not-done' });
});

it('before it is known where it was lost, that is asked first', async () => {
  const { text, screen } = await open({ place: null });
  expect(text()).toContain('はじめに、どこでなくしたかを記録します');
  expect(screen.querySelector('.ways .az-button--primary')?.textContent).toContain('なくしたときのことを記録');
});

it('what a person closed says how and why, and can be opened again', async () => {
  const closed = await open({ ending: { ...ENDING, as: 'reissued' }, expressUntil: '2026-11-17' });
  expect(closed.text()).toContain('高橋 恵さん');
  expect(closed.text()).toContain('新しいカードが届いた');
  expect(closed.text()).toContain('2026年11月17日(火)まで');
  expect(closed.text()).not.toContain('気づいてから');
  expect(closed.all('.ways button').join()).toContain('もう一度ひらく');
});

it('what was found is not opened again', async () => {
  const found = await open({ ending: { ...ENDING, as: 'found', note: null } });
  expect(found.all('.ways button').join()).not.toContain('もう一度ひらく');
});

it('who may only read is shown the guide, and nothing to press', async () => {
  const { all } = await open({}, 'auditor');
  expect(all('.steps > li')).toHaveLength(4);
  expect(all('.steps button')).toEqual([]);
  expect(all('.ways button').join()).not.toContain('記録');
});
