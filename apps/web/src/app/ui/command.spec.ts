import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { checkIn } from '@azukari/contract';
import { provideTransloco, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

import { commandOf } from './command';
import { Outcome } from './outcome';
import { TextField } from './text-field';
import { WordsLoader } from './transloco-loader';

const ID = '00000000-0000-4000-8000-000000000001';
const URL = '/api/custody/check-ins';
const receipt = {
  commandId: ID,
  entries: [{ seq: 1042, itemId: ID }],
  recordedAt: '2026-11-21T01:42:00.000Z',
  by: null,
};

@Component({
  selector: 'az-form',
  imports: [Outcome, TextField],
  template: `
    <az-text-field name="sheet" label="sheet" [text]="''" [error]="sending.error('sheet')" />
    <az-text-field name="note" label="note" [(text)]="note" [error]="sending.error('note')" />
    <az-outcome [of]="sending.ended()" (again)="sending.again()" />
  `,
})
class Form {
  readonly note = signal('');
  readonly yes: unknown[] = [];
  goingOn = Promise.resolve();
  readonly sending = commandOf(checkIn, (answer) => {
    this.yes.push(answer);
    return this.goingOn;
  });

  send(note = ''): Promise<boolean> {
    return this.sending.send({ itemIds: [ID], note });
  }
}

interface Given {
  readonly page: ComponentFixture<Form>;
  readonly form: Form;
  readonly http: HttpTestingController;
}

async function given(): Promise<Given> {
  // jsdom draws nothing, so nothing can be brought into view.
  HTMLElement.prototype.scrollIntoView = () => undefined;
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideTransloco({ config: { availableLangs: ['ja'], defaultLang: 'ja' }, loader: WordsLoader }),
    ],
  });
  await firstValueFrom(TestBed.inject(TranslocoService).load('ja'));
  const page = TestBed.createComponent(Form);
  await page.whenStable();
  return { page, form: page.componentInstance, http: TestBed.inject(HttpTestingController) };
}

type Request = ReturnType<HttpTestingController['expectOne']>;

const NO_ANSWER = (request: Request): void => request.error(new ProgressEvent('error'));
const ANSWERS =
  (status: number, body: object) =>
  (request: Request): void =>
    request.flush(body, { status, statusText: String(status) });
const YES = ANSWERS(201, { receipt });
const UNKNOWN = { kind: 'unconfirmed' };

const reused = { kind: 'command-reused' };
const tooLong = [{ path: 'note', code: 'too-long' }];

// What the person wrote, what the server did with it, and what the page then knows.
it.each([
  ['a yes', '', YES, null],
  ['a refusal', '', ANSWERS(409, { refusal: reused }), { kind: 'refused', refusal: reused }],
  ['a body that the server cannot read', '', ANSWERS(400, { issues: tooLong }), { kind: 'malformed', issues: tooLong }],
  ['a defect', '', ANSWERS(500, { requestId: 'x' }), UNKNOWN],
  ['an answer that is none', '', ANSWERS(201, { hello: 'proxy' }), UNKNOWN],
  ['no answer', '', NO_ANSWER, UNKNOWN],
  ['too many words: they stay here', 'あ'.repeat(301), null, { kind: 'malformed', issues: tooLong }],
  [
    'a number that must never be stored: it stays here',
    '個人番号 123456789018',
    null,
    { kind: 'refused', refusal: { kind: 'forbidden-text', field: 'note', reason: 'personal-number' } },
  ],
] as const)('%s', async (_, note, server, ended) => {
  const { form, http } = await given();
  const sending = form.send(note);
  if (server === null) http.expectNone(URL);
  else server(http.expectOne(URL));
  expect(await sending).toBe(ended === null);
  expect(form.sending.ended()).toEqual(ended);
  expect(form.sending.locked()).toBe(ended === UNKNOWN);
  expect(form.yes).toEqual(ended === null ? [{ receipt }] : []);
});

it('what is not confirmed is asked again with the same body, and nothing else goes meanwhile', async () => {
  const { form, http } = await given();
  const first = form.send('まえ');
  const lost = http.expectOne(URL);
  NO_ANSWER(lost);
  await first;

  expect(await form.send('あと')).toBe(false);
  form.sending.forget();
  expect(form.sending.ended()).toEqual(UNKNOWN);
  http.expectNone(URL);

  const second = form.sending.again();
  const again = http.expectOne(URL);
  expect(again.request.body).toEqual(lost.request.body);
  YES(again);
  expect(await second).toBe(true);
  expect(form.yes).toEqual([{ receipt }]);
});

it('what was not chosen and what was left empty is named as such', async () => {
  const { form } = await given();
  await form.sending.send({ itemIds: [], note: '', condition: 'x' as 'good' });
  expect(form.sending.error('itemIds')).toBe('入力してください。');
  expect(form.sending.error('condition')).toBe('えらんでください。');
});

it('a new decision has a commandId of its own', async () => {
  const { form, http } = await given();
  const ids = [];
  for (const note of ['一', '二']) {
    const sending = form.send(note);
    const request = http.expectOne(URL);
    ids.push((request.request.body as { commandId: string }).commandId);
    ANSWERS(409, { refusal: reused })(request);
    await sending;
  }
  expect(new Set(ids).size).toBe(2);
});

it('a second tap while the page goes on is not a second decision', async () => {
  const { form, http } = await given();
  let arrive = (): void => undefined;
  form.goingOn = new Promise((arrived) => (arrive = arrived));
  const sending = form.send();
  YES(http.expectOne(URL));
  await new Promise((later) => setTimeout(later));
  expect(form.sending.locked()).toBe(true);
  expect(await form.send()).toBe(false);
  http.expectNone(URL);
  arrive();
  await sending;
  expect(form.sending.locked()).toBe(false);
});

it('the field that is wrong says so and gets the focus; forgotten, it is in order again', async () => {
  const { page, form } = await given();
  document.body.append(page.nativeElement as HTMLElement);
  await form.send('暗証番号は1234です');
  await page.whenStable();
  expect(document.activeElement?.id).toBe('note');
  expect(form.sending.error('note')).toContain('暗証番号');
  expect(form.sending.error('sheet')).toBeNull();
  expect(form.sending.refusal('forbidden-text')?.field).toBe('note');
  expect(form.sending.refusal('item-out')).toBeNull();
  form.sending.forget();
  expect(form.sending.error('note')).toBeNull();
});
