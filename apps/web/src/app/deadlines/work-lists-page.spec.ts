import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideTransloco, TranslocoService } from '@jsverse/transloco';
import { DEADLINE_LISTS } from '@azukari/domain';
import { firstValueFrom } from 'rxjs';

import { dating } from '../../i18n/ja/dating';
import { Session } from '../session/session';
import { Board } from '../ui/board';
import { WordsLoader } from '../ui/transloco-loader';
import type { Deadline } from './deadline';
import { aDeadline, AS_OF, asked, UNKNOWN, YAMADA } from './testing';
import { WORK_LISTS, type WorkLists } from './work-list';
import { WorkListsPage } from './work-lists-page';

const NOW = '2026-11-22T06:05:00.000Z';
const V22 = { rule: 'V22', source: 's', reasonCode: 'days-after-moving' } as const;
const MOVING: NonNullable<WorkLists['movingIn']>[number] = {
  resident: YAMADA,
  admittedOn: '2026-11-01',
  noted: { address: 'moves', movedOn: null, noticeGivenOn: '2026-11-10', cardContinuedOn: null },
  version: 5,
  notice: { ...V22, date: '2026-11-15', daysLeft: -7 },
  card: { ...V22, date: '2027-02-08', daysLeft: 78 },
};
const APPLYING: NonNullable<WorkLists['applications']>[number] = {
  resident: YAMADA,
  why: { rule: 'V13', source: 's', reasonCode: 'needs-support', date: null, value: 'apply' },
  state: 'arrived',
  noted: {
    ground: 'in-facility',
    applicant: 'staff',
    byProxy: true,
    appliedOn: '2026-11-02',
    arrivedOn: '2026-11-20',
    renews: 'unknown',
  },
  version: 6,
};
const FULL: WorkLists = {
  asOf: AS_OF,
  lists: DEADLINE_LISTS.map((name) => ({
    name,
    deadlines: name === 'renewals' ? [aDeadline()] : name === 'unknown-dates' ? [UNKNOWN] : [],
  })),
  movingIn: [MOVING],
  applications: [APPLYING],
  birthdays: [],
  longStays: [
    {
      resident: YAMADA,
      since: '2026-08-20',
      decideOn: '2026-11-20',
      items: [{ id: YAMADA.id, kind: 'care-insurance-card', label: null }],
    },
  ],
  agreements: [
    { resident: YAMADA, agreement: { id: YAMADA.id, number: 4, version: 2 }, task: 'representative', on: '2026-11-01' },
  ],
  leftBehind: [{ resident: YAMADA, leftOn: '2026-11-10', reason: 'died', disputed: true, items: 2 }],
};

async function open(answer: WorkLists = FULL) {
  TestBed.configureTestingModule({
    providers: [
      Board,
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([{ path: 'deadlines/work', component: WorkListsPage }], withComponentInputBinding()),
      provideTransloco({
        config: { availableLangs: ['ja', 'en'], defaultLang: 'ja', reRenderOnLangChange: true },
        loader: WordsLoader,
      }),
    ],
  });
  await firstValueFrom(TestBed.inject(TranslocoService).load('ja'));
  TestBed.inject(Session).begin({
    staff: { id: YAMADA.id, name: '佐藤 花子', role: 'manager', level: 'responsible' },
    facility: { id: YAMADA.id, name: 'さくらの里' },
    expiresAt: NOW,
    endsAt: NOW,
    now: NOW,
    demo: false,
  });
  const harness = await RouterTestingHarness.create('/deadlines/work');
  const http = TestBed.inject(HttpTestingController);
  http.expectOne('/api/work-lists').flush(answer);
  const settle = async () => {
    await harness.fixture.whenStable();
    harness.fixture.detectChanges();
  };
  await settle();
  const page = harness.fixture.nativeElement as HTMLElement;
  const text = (selector: string) => page.querySelector(selector)?.textContent.replace(/\s+/g, ' ') ?? '';
  const button = (name: string) =>
    [...page.querySelectorAll('button')].find((one) => one.textContent.trim().startsWith(name));
  return { page, http, settle, text, button };
}

it('every list has its name and says what it is and what to do next, and none is left over', () => {
  expect(Object.keys(dating.work.list).sort()).toEqual([...WORK_LISTS].sort());
  expect(Object.keys(dating.work.lead).sort()).toEqual([...WORK_LISTS].sort());
  expect(DEADLINE_LISTS.every((name) => WORK_LISTS.includes(name))).toBe(true);
});

it('shows what there is in its order, with counts, and names what is empty', async () => {
  const { page } = await open();
  const sections = [...page.querySelectorAll('section')].map((one) => one.getAttribute('aria-label'));
  expect(sections).toEqual([
    '退所された方の預かり品',
    '入所後の住所変更',
    '預かり依頼書の見直し',
    '入院が3か月になる方',
    '資格確認書を申請する方',
    '更新を始める',
    '期限が未確認',
  ]);
  const jumps = [...page.querySelectorAll<HTMLButtonElement>('.jump button')];
  expect(jumps).toHaveLength(12);
  expect(jumps.filter(({ disabled }) => disabled)).toHaveLength(5);
});

it('a move says what is done, what remains, and by when', async () => {
  const { page, text } = await open();
  expect(text('[data-step=notice]')).toContain('2026年11月10日(火)に済み');
  expect(text('[data-step=card]')).toContain('2027年2月8日(月)まで');
  expect(text('[data-step=card]')).toContain('あと78日');
  expect(page.querySelectorAll('.late')).toHaveLength(0);
});

it('a move is noted as a whole; an address that stays keeps no days', async () => {
  const { page, http, settle, button } = await open();
  button('書き入れる')?.click();
  await settle();
  const radios = [...page.querySelectorAll<HTMLInputElement>('az-moving-in-row input[type=radio]')];
  expect(radios[0]?.checked).toBe(true);
  radios[1]?.click();
  await settle();
  expect(page.querySelectorAll('az-moving-in-row az-day-field')).toHaveLength(0);
  button('記録する')?.click();
  await settle();
  const sent = http.expectOne(`/api/residents/${YAMADA.id}/moving-in`);
  expect(sent.request.body).toMatchObject({ version: 5, address: 'stays', movedOn: null, noticeGivenOn: null });
  sent.flush({ receipt: { commandId: YAMADA.id, entries: [{ seq: 7, itemId: null }], recordedAt: NOW, by: null } });
  await asked(http, '/api/work-lists');
});

it('a note is of what was seen when it was begun; of what was noted meanwhile one hears, and reads anew', async () => {
  // jsdom draws nothing, so it has nothing to bring into view.
  Element.prototype.scrollIntoView = () => undefined;
  const { page, http, settle } = await open();
  for (const button of page.querySelectorAll('button'))
    if (button.textContent.trim().startsWith('書き入れる')) button.click();
  await settle();
  const form = (of: string) => page.querySelector(`${of} az-boxed-form`);
  const submit = async (of: string) => {
    form(of)?.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
    await settle();
  };
  const receipt = { commandId: YAMADA.id, entries: [], recordedAt: NOW, by: null };
  await submit('az-moving-in-row');
  http.expectOne(`/api/residents/${YAMADA.id}/moving-in`).flush({ receipt });
  const newer = { ...APPLYING, version: 9, noted: null };
  (await asked(http, '/api/work-lists')).flush({ ...FULL, applications: [newer] });
  await settle();
  expect(form('az-moving-in-row')).toBeNull();

  await submit('az-application-row');
  const sent = http.expectOne(`/api/residents/${YAMADA.id}/application`);
  expect(sent.request.body).toMatchObject({ version: 6, ground: 'in-facility', appliedOn: '2026-11-02' });
  sent.flush({ refusal: { kind: 'stale-version', version: 9 } }, { status: 409, statusText: 'Conflict' });
  for (let turn = 0; turn < 3; turn++) await settle();
  expect(form('az-application-row')?.textContent).toContain('ほかの人が先に変更しました');
  form('az-application-row')?.querySelector<HTMLButtonElement>('az-outcome button')?.click();
  TestBed.tick();
  expect(form('az-application-row')).toBeNull();
  http.expectOne('/api/work-lists');
});

it('an application of which nothing was said has nothing chosen, and is not recorded so', async () => {
  Element.prototype.scrollIntoView = () => undefined;
  const { page, http, settle, button } = await open({
    ...FULL,
    movingIn: [],
    applications: [{ ...APPLYING, noted: null }],
  });
  button('書き入れる')?.click();
  await settle();
  const form = page.querySelector('az-application-row az-boxed-form');
  const chosen = [...(form?.querySelectorAll<HTMLInputElement>('input[type=radio]:checked') ?? [])];
  expect(chosen.map(({ name }) => name)).toEqual([`renews-${YAMADA.id}`]);
  form?.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
  await settle();
  http.expectNone(`/api/residents/${YAMADA.id}/application`);
  expect(
    [...(form?.querySelectorAll('fieldset[aria-invalid] .error') ?? [])].map((one) => one.textContent.trim()),
  ).toEqual(['えらんでください。', 'えらんでください。', 'えらんでください。']);
});

it('an application says why and how far it is, and what has come is taken in', async () => {
  const { page, text } = await open();
  expect(text('[data-state=arrived]')).toContain('届きました');
  expect(text('[data-state=arrived]')).toContain('委任状あり');
  expect(page.querySelector('[data-state=arrived] a.way')?.getAttribute('href')).toBe(
    `/intake?resident=${YAMADA.id}&kind=eligibility-certificate`,
  );
});

it('who may not see a profile sees the lists of items alone', async () => {
  const { page } = await open({
    ...FULL,
    movingIn: null,
    applications: null,
    birthdays: null,
    longStays: null,
    agreements: null,
    leftBehind: null,
  });
  expect(page.querySelectorAll('.jump li')).toHaveLength(6);
  expect(page.querySelector('az-moving-in-row')).toBeNull();
});

it('with nothing to do it says so', async () => {
  const lists = FULL.lists.map(({ name }) => ({ name, deadlines: [] }));
  const { text } = await open({
    ...FULL,
    lists,
    movingIn: [],
    applications: [],
    longStays: [],
    agreements: [],
    leftBehind: [],
  });
  expect(text('az-empty-state')).toContain('いま、することはありません');
});

it('each list leads to its next step: the new paper, the new date of a card, or the old paper given back', async () => {
  const V9 = {
    rule: 'V9',
    source: 's',
    reasonCode: 'seventy-fifth-birthday',
    date: '2026-12-01',
    daysLeft: 9,
  } as const;
  const care = aDeadline({ kind: 'care-certification-renewal', item: { kind: 'care-insurance-card' } });
  const lists = FULL.lists.map(({ name }) => ({ name, deadlines: name === 'renewals' ? [care] : [aDeadline()] }));
  const { id } = YAMADA;
  const other = id.replace('6b', '7b');
  const items = [id, other].map((one) => ({ id: one, kind: 'eligibility-certificate' as const }));
  const { page } = await open({ ...FULL, lists, birthdays: [{ resident: YAMADA, last: V9, items }] });
  const ways = (list: string) =>
    [...page.querySelectorAll(`#${list} a.az-button`)].map((one) => one.getAttribute('href'));
  const certificate = `/intake?resident=${id}&kind=eligibility-certificate`;
  expect(ways('birthdays')).toEqual([certificate, `/hand-over?resident=${id}&items=${id},${other}`]);
  expect(ways('renewals')).toEqual([`/intake?resident=${id}&kind=care-insurance-card`]);
  expect(ways('in-grace')).toEqual([`/residents/${id}?dates=${id}`]);
});

it('what should have arrived is taken in, what is over is given back, what is unknown is entered', async () => {
  const check = aDeadline({ kind: 'arrival-check' });
  const legacy = aDeadline({ kind: 'give-back', item: { kind: 'legacy-insurance-card' } });
  const of = (name: string): readonly Deadline[] =>
    ({ 'arrival-check': [check], 'legacy-cards': [legacy], 'unknown-dates': [UNKNOWN] })[name] ?? [];
  const lists = FULL.lists.map(({ name }) => ({ name, deadlines: [...of(name)] }));
  const { page } = await open({ ...FULL, lists });
  const { id } = YAMADA;
  const way = (list: string) => page.querySelector(`#${list} a.az-button`)?.getAttribute('href');
  expect(way('arrival-check')).toBe(`/intake?resident=${id}&kind=eligibility-certificate`);
  expect(way('legacy-cards')).toBe(`/hand-over?resident=${id}&items=${id}`);
  expect(way('unknown-dates')).toBe(`/residents/${id}?dates=${id}`);
});

it('who left with things here, who signs anew, and who has been in hospital for long each have their next step', async () => {
  const { page, text, http, settle } = await open();
  const { id } = YAMADA;
  expect(text('#left-behind')).toContain('ご逝去');
  expect(text('#left-behind')).toContain('2点が残っています');
  expect(page.querySelector('#left-behind a.az-button')?.getAttribute('href')).toBe(`/residents/${id}/leaving`);
  expect(page.querySelector('#long-stays a.az-button')?.getAttribute('href')).toBe(`/residents/${id}/back`);
  expect(page.querySelector('#agreements a.az-button')?.getAttribute('href')).toBe(`/residents/${id}/agreement`);
  page.querySelector<HTMLButtonElement>('#agreements button')?.click();
  await settle();
  const sent = http.expectOne(`/api/agreements/${id}/review`);
  expect(sent.request.body).toMatchObject({ version: 2, on: AS_OF });
});
