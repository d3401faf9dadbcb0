import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { checkIn, readItem } from '@azukari/contract';
import { provideTransloco } from '@jsverse/transloco';

import { sessionInterceptor } from '../session/session.interceptor';
import { addressOf, Api } from './api';
import { Connection } from './connection';
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
