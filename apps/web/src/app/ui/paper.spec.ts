import { HttpEventType, provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Subject } from 'rxjs';
import { type Clock as HeldClock, install } from '@sinonjs/fake-timers';

import { Clock } from './clock';
import { Connection } from './connection';
import { Paper } from './paper';

let clock: HeldClock;

const URL = '/api/forms/F1';
const MINUTE = 60_000;

function given() {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  return { paper: TestBed.inject(Paper), http: TestBed.inject(HttpTestingController) };
}

function bytesOf(text: string): ArrayBuffer {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0)).buffer;
}

it('a paper arrives as a PDF', async () => {
  const { paper, http } = given();
  const issuing = paper.issue('F1', {});
  http.expectOne(URL).flush(bytesOf('%PDF-'));
  const sent = await issuing;
  expect(sent).toMatchObject({ kind: 'done', answer: { type: 'application/pdf', size: 5 } });
});

it('a "no" is read although a PDF was asked for', async () => {
  const { paper, http } = given();
  const issuing = paper.issue('F1', {});
  const no = bytesOf(JSON.stringify({ refusal: { kind: 'not-found' } }));
  http.expectOne(URL).flush(no, { status: 404, statusText: 'Not Found' });
  expect(await issuing).toEqual({ kind: 'refused', refusal: { kind: 'not-found' } });
});

it('a paper about the same occasion is printed again by the same command, for a day; any other by its own', async () => {
  const { paper, http } = given();
  const commandOf = async (itemIds: string[], occasion: string | null = null): Promise<unknown> => {
    const issuing = paper.issue('F1', { itemIds }, { occasion });
    const sent = http.expectOne(URL);
    sent.flush(bytesOf('%PDF-'));
    await issuing;
    return (sent.request.body as { commandId: string }).commandId;
  };
  const memo = await commandOf(['a'], 'out at nine');
  expect(await commandOf(['a'], 'out at nine')).toBe(memo);
  expect(await commandOf(['a', 'b'], 'out at nine')).not.toBe(memo);
  expect(await commandOf(['a'], 'out at ten')).not.toBe(memo);
  expect(await commandOf(['a'])).not.toBe(await commandOf(['a']));
  TestBed.inject(Clock).follow(new Date(Date.now() + 25 * 60 * MINUTE).toISOString());
  expect(await commandOf(['a'], 'out at nine')).not.toBe(memo);
});

it('stopping takes the request back', async () => {
  const { paper, http } = given();
  const stopped = new Subject<void>();
  const issuing = paper.issue('F1', {}, { stopped });
  const request = http.expectOne(URL);
  stopped.next();
  expect(await issuing).toBeNull();
  expect(request.cancelled).toBe(true);
});

describe('patience', () => {
  beforeEach(() => void (clock = install()));
  afterEach(() => clock.uninstall());

  it('goes on while pieces come, and ends a minute after the last', async () => {
    const { paper, http } = given();
    const issuing = paper.issue('F1', {});
    const request = http.expectOne(URL);
    for (let loaded = 1; loaded <= 3; loaded++) {
      await clock.tickAsync(MINUTE - 1);
      request.event({ type: HttpEventType.DownloadProgress, loaded });
    }
    expect(request.cancelled).toBe(false);
    await clock.tickAsync(MINUTE);
    expect(await issuing).toEqual({ kind: 'unconfirmed' });
    expect(request.cancelled).toBe(true);
    expect(TestBed.inject(Connection).lost()).toBe(true);
  });
});
