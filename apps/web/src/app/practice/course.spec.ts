import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { AnswerOf, readCourse } from '@azukari/contract';
import { COURSE_STEPS } from '@azukari/domain';
import { provideTransloco, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

import { sessionInterceptor } from '../session/session.interceptor';
import { Clock } from '../ui/clock';
import { GO_TO, IN_PRACTICE } from '../ui/practice';
import { Receipts } from '../ui/receipts';
import { WordsLoader } from '../ui/transloco-loader';
import { CoursePage } from './course-page';
import { CoursePanel } from './course-panel';

type Course = AnswerOf<typeof readCourse>;
type State = Course['steps'][number]['state'];

const NOW = '2026-11-22T06:05:00.000Z';
const COURSE = '/practice/api/practice/course';

function course(states: readonly State[], trainedOn: string | null = null): Course {
  const steps = COURSE_STEPS.map((step, n) => ({ step, state: states[n] ?? 'open' }));
  return { name: '佐藤 花子', steps, trainedOn, endsAt: '2026-11-22T08:05:00.000Z' };
}

async function open(screen: Type<unknown>, { inPractice = true, now = course([]) } = {}) {
  // jsdom has none.
  globalThis.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  const gone: string[] = [];
  TestBed.configureTestingModule({
    providers: [
      { provide: IN_PRACTICE, useValue: inPractice },
      { provide: GO_TO, useValue: (address: string) => gone.push(address) },
      provideHttpClient(withInterceptors([sessionInterceptor])),
      provideHttpClientTesting(),
      provideRouter([]),
      provideTransloco({ config: { availableLangs: ['ja'], defaultLang: 'ja' }, loader: WordsLoader }),
    ],
  });
  await firstValueFrom(TestBed.inject(TranslocoService).load('ja'));
  TestBed.inject(Clock).follow(NOW);
  const fixture = TestBed.createComponent(screen);
  const http = TestBed.inject(HttpTestingController);
  const page = fixture.nativeElement as HTMLElement;
  const settle = async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      fixture.detectChanges();
    }
  };
  await settle();
  const answer = async (of: Course) => {
    http.expectOne({ method: 'GET', url: COURSE }).flush(of);
    await settle();
  };
  if (inPractice) await answer(now);
  const words = () => page.textContent.replace(/\s+/g, ' ');
  const press = async (name: RegExp) => {
    const found = [...page.querySelectorAll<HTMLElement>('button')].find(({ textContent }) => name.test(textContent));
    if (!found) throw new Error(`no button ${String(name)} in ${words()}`);
    found.click();
    await settle();
  };
  return { page, http, settle, answer, words, press, gone };
}

describe('the panel', () => {
  it('says the first step that is open, and follows the record after every receipt', async () => {
    const { words, page, answer, settle } = await open(CoursePanel);
    expect(words()).toContain('1／5');
    expect(words()).toContain('おします');
    TestBed.inject(Receipts).show('check-out', { recordedAt: NOW, entries: [] });
    await settle();
    await answer(course(['done']));
    expect(words()).toContain('2／5');
    expect([...page.querySelectorAll('.dots li')].map((one) => one.getAttribute('data-state'))).toEqual([
      'done',
      'open',
      'open',
      'open',
      'open',
    ]);
  });

  it('skips a step when the server has heard it', async () => {
    const { press, http, settle, words, answer } = await open(CoursePanel, { now: course(['done', 'done']) });
    expect(words()).toContain('3／5');
    await press(/とばす/);
    const sent = http.expectOne({ method: 'POST', url: COURSE });
    expect(sent.request.body).toMatchObject({ what: 'skip', step: 'ambulance' });
    expect(words()).toContain('3／5');
    const skipped = course(['done', 'done', 'skipped']);
    sent.flush(skipped);
    await settle();
    await answer(skipped);
    expect(words()).toContain('4／5');
  });

  it('leads to the end when nothing is open, and says when something was skipped', async () => {
    const all = await open(CoursePanel, { now: course(['done', 'done', 'done', 'done', 'done'], '2026-11-22') });
    expect(all.words()).toContain('ぜんぶ できました');
    expect(all.page.querySelector('a')?.getAttribute('href')).toBe('/course');
    TestBed.resetTestingModule();
    const parts = await open(CoursePanel, { now: course(['done', 'done', 'skipped', 'done', 'done']) });
    expect(parts.words()).toContain('とばした ところが あります');
  });

  it('leads out: when she ends it, and when the house is over', async () => {
    const ended = await open(CoursePanel);
    await ended.press(/おわる/);
    ended.http.expectOne({ method: 'POST', url: COURSE }).flush(course([]));
    await ended.settle();
    expect(ended.gone).toEqual(['/today']);
    TestBed.resetTestingModule();
    const over = await open(CoursePanel);
    TestBed.inject(Receipts).show('check-out', { recordedAt: NOW, entries: [] });
    await over.settle();
    const no = { refusal: { kind: 'not-signed-in' } };
    over.http.expectOne(COURSE).flush(no, { status: 401, statusText: 'Unauthorized' });
    await over.settle();
    expect(over.gone).toEqual(['/course']);
  });
});

describe('the page', () => {
  it('is the door in the real house, and says why it stays closed', async () => {
    const { words, press, http, settle, gone } = await open(CoursePage, { inPractice: false });
    expect(words()).toContain('かわりません');
    await press(/れんしゅうを/);
    const full = { refusal: { kind: 'practice-full', freeBy: '2026-11-22T07:00:00.000Z' } };
    http.expectOne('/api/practice').flush(full, { status: 503, statusText: 'Service Unavailable' });
    await settle();
    expect(words()).toContain('16:00までには空きます');
    expect(gone).toEqual([]);
    await press(/れんしゅうを/);
    http.expectOne('/api/practice').flush({ endsAt: NOW }, { status: 201, statusText: 'Created' });
    await settle();
    expect(gone).toEqual(['/practice/today']);
  });

  it('is the end in the practice house, with the day of the training', async () => {
    const { words, press, http, settle, gone } = await open(CoursePage, {
      now: course(['done', 'done', 'done', 'done', 'done'], '2026-11-22'),
    });
    expect(words()).toContain('おわり');
    expect(words()).toMatch(/佐藤 花子さんの .*2026年11月22日/);
    await press(/はじめから/);
    const sent = http.expectOne({ method: 'POST', url: COURSE });
    expect(sent.request.body).toMatchObject({ what: 'begin-anew' });
    sent.flush(course([]));
    await settle();
    expect(gone).toEqual(['/practice/today']);
  });
});
