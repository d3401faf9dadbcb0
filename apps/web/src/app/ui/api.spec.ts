import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { checkIn, readItem } from '@azukari/contract';
import { provideTransloco } from '@jsverse/transloco';

import { sessionInterceptor } from '../session/session.interceptor';
import { addressOf, Api } from './api';
import { Connection } from './connection';
import { SHOW_ANEW } from './show-anew';
import { WordsLoader } from './transloco-loader';

const ID = '00000000-0000-4000-8000-000000000001';
const receipt = {
  commandId: ID,
  entries: [{ seq: 1042, itemId: ID }],
  recordedAt: '2026-11-21T01:42:00.000Z',
  by: null,
};
const URL = '/api/custody/check-ins';

function given() {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([sessionInterceptor])),
      provideHttpClientTesting(),
      provideTransloco({ config: { availableLangs: ['ja'], defaultLang: 'ja' }, loader: WordsLoader }),
    ],
  });
  return {
    api: TestBed.inject(Api),
    http: TestBed.inject(HttpTestingController),
    connection: TestBed.inject(Connection),
  };
}

it('fills an address and leaves out what is empty', () => {
  expect(addressOf(readItem, { path: { id: 'a/b' }, query: { q: '髙﨑', since: 0, none: null } })).toBe(
    `/api/items/a%2Fb?q=${encodeURIComponent('髙﨑')}&since=0`,
  );
});

it('sends the header and ends in an answer', async () => {
  const { api, http } = given();
  const sending = api.send(checkIn, { commandId: ID, itemIds: [ID] });
  const request = http.expectOne(URL);
  expect(request.request.headers.get('x-azukari')).toBe('1');
  request.flush({ receipt }, { status: 201, statusText: 'Created' });
  expect(await sending).toEqual({ kind: 'done', answer: { receipt } });
});

it.each([
  [409, { refusal: { kind: 'command-reused' } }, { kind: 'refused', refusal: { kind: 'command-reused' } }],
  [
    400,
    { issues: [{ path: 'note', code: 'too-long' }] },
    { kind: 'malformed', issues: [{ path: 'note', code: 'too-long' }] },
  ],
  [500, { requestId: 'x' }, { kind: 'unconfirmed' }],
] as const)('a %s ends as it should', async (status, answer, ended) => {
  const { api, http } = given();
  const sending = api.send(checkIn, { commandId: ID, itemIds: [ID] });
  http.expectOne(URL).flush(answer, { status, statusText: 'No' });
  expect(await sending).toEqual(ended);
});

it('an answer that cannot be read is not taken for a yes', async () => {
  const { api, http } = given();
  const sending = api.send(checkIn, { commandId: ID, itemIds: [ID] });
  http.expectOne(URL).flush({ hello: 'proxy' });
  expect(await sending).toEqual({ kind: 'unconfirmed' });
});

it('a lost connection is known, and so is its return', async () => {
  const { api, http, connection } = given();
  for (const lost of [true, false]) {
    const sending = api.send(checkIn, { commandId: ID, itemIds: [ID] });
    const request = http.expectOne(URL);
    if (lost) request.error(new ProgressEvent('error'));
    else request.flush({ receipt }, { status: 201, statusText: 'Created' });
    await sending;
    expect(connection.lost()).toBe(lost);
  }
});

describe('what takes a fresh sign-in', () => {
  const stale = { refusal: { kind: 'sign-in-not-fresh', minutes: 5 } };
  const no = { status: 403, statusText: 'Forbidden' };

  it.each([
    [true, { kind: 'done', answer: { receipt } }],
    [false, { kind: 'refused', refusal: stale.refusal }],
  ])('asks her once, and where that is %s ends as it should, with the very same body', async (shown, ended) => {
    let asked = 0;
    TestBed.configureTestingModule({
      providers: [{ provide: SHOW_ANEW, useValue: () => Promise.resolve(++asked === 1 && shown) }],
    });
    const { api, http } = given();
    const sending = api.send(checkIn, { commandId: ID, itemIds: [ID] });
    const first = http.expectOne(URL);
    first.flush(stale, no);
    await Promise.resolve().then(() => new Promise((settled) => setTimeout(settled)));
    if (shown) {
      const second = http.expectOne(URL);
      expect(second.request.body).toEqual(first.request.body);
      second.flush({ receipt }, { status: 201, statusText: 'Created' });
    }
    expect(await sending).toEqual(ended);
    expect(asked).toBe(1);
    http.verify();
  });
});
