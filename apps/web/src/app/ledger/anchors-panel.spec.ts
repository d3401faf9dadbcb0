import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { AnswerOf, checkAnchor, readAnchors } from '@azukari/contract';
import { provideTransloco, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { type Clock, install } from '@sinonjs/fake-timers';

import { WordsLoader } from '../ui/transloco-loader';
import { AnchorsPanel } from './anchors-panel';

let clock: Clock;

const ANCHORS = '/api/ledger/anchors';
const NOON = '2026-11-21T03:00:00.000Z';
const CODE = 'ABCD-EFGH-JKMN-PQRS';

type Anchored = AnswerOf<typeof readAnchors>;
type Checked = AnswerOf<typeof checkAnchor>;

async function opened(anchored: Anchored) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([]),
      provideTransloco({ config: { availableLangs: ['ja'], defaultLang: 'ja' }, loader: WordsLoader }),
    ],
  });
  await firstValueFrom(TestBed.inject(TranslocoService).load('ja'));
  const page = TestBed.createComponent(AnchorsPanel);
  const element = page.nativeElement as HTMLElement;
  const http = TestBed.inject(HttpTestingController);
  const shown = (): string => element.textContent.replaceAll(/\s+/g, ' ');
  const settled = async (): Promise<void> => {
    await clock.tickAsync(0);
    page.detectChanges();
  };
  const check = async (kept: string): Promise<void> => {
    const field = element.querySelector('textarea');
    if (!field) throw new Error('no field');
    field.value = kept;
    field.dispatchEvent(new Event('input'));
    element.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
    await settled();
  };
  const answer = async (checked: Checked): Promise<void> => {
    http.expectOne(({ url }) => url.startsWith(`${ANCHORS}/check`)).flush(checked);
    await settled();
  };
  page.detectChanges();
  http.expectOne(ANCHORS).flush(anchored);
  await settled();
  return { answer, check, element, http, settled, shown };
}

const MAILED: Anchored = { size: 1_300, anchors: [{ kind: 'mail', size: 1_235, code: CODE, at: NOON }] };
beforeEach(() => void (clock = install()));
afterEach(() => clock.uninstall());

const said = (checked: Partial<Checked>): Checked => ({
  outcome: 'fits',
  by: 'code',
  size: 1_235,
  recordedAt: NOON,
  givenUpBy: null,
  ...checked,
});

describe('up to where the record can be proved', () => {
  it('says which entry the newest witness outside reaches, and how many come after it', async () => {
    const { shown } = await opened(MAILED);
    expect(shown()).toContain('記録 1,234 までは');
    expect(shown()).toContain('ご家族へのメール');
    expect(shown()).toContain('その後の65件は、まだ外に控えがありません');
    expect(shown()).toContain(CODE);
  });

  it('says when nothing comes after it, and when nothing was ever outside', async () => {
    expect((await opened({ ...MAILED, size: 1_235 })).shown()).toContain('それより後の記録は、まだありません');
    TestBed.resetTestingModule();
    expect((await opened({ size: 5, anchors: [] })).shown()).toContain('まだ一度も、控えが施設の外に出ていません');
  });
});

describe('an old witness', () => {
  it('that was given up after a restore leads to who wrote so, and does not fit all the same', async () => {
    const { answer, check, element, shown } = await opened(MAILED);
    await check(CODE);
    await answer(said({ outcome: 'unknown', size: null, recordedAt: null, givenUpBy: 1_300 }));
    expect(shown()).toContain('この記録から出たことがありません');
    expect(shown()).toContain('記録 1,300 に、「記録の途切れ」の説明があります');
    expect(element.querySelector('a[href="/gaps"]')?.textContent).toContain('「記録の途切れ」を開く');
  });

  it.each([
    [{}, '合っています。この控えは記録 1,234 まで'],
    [{}, '番号だけでは、初めから二つの記録が'],
    [{ outcome: 'differs', by: 'checkpoint' }, '記録 1,234 までのどこかが書き換えられています'],
    [{ outcome: 'beyond', by: 'checkpoint', size: 2_000 }, '2,000件の記録について述べています'],
    [{ outcome: 'unknown', size: null }, 'この記録から出たことがありません'],
    [{ outcome: 'other-record', by: 'checkpoint', size: null }, 'ほかの施設の記録の控えです'],
    [{ outcome: 'unreadable', by: null, size: null }, '番号ではなく、チェックポイントとしても読めません'],
  ] as const)('%j is told in words', async (checked, words) => {
    const { answer, check, shown } = await opened(MAILED);
    await check(` ${CODE} `);
    await answer(said(checked));
    expect(shown()).toContain(words);
  });

  it('of the whole checkpoint is not belittled as a code is', async () => {
    const { answer, check, shown } = await opened(MAILED);
    await check('azukari/…');
    await answer(said({ by: 'checkpoint' }));
    expect(shown()).not.toContain('番号だけでは');
  });

  it('has to be given, and an answer of earlier goes when another is asked for', async () => {
    const { answer, check, http, shown } = await opened(MAILED);
    await check(CODE);
    await answer(said({}));
    await check('  ');
    expect(shown()).toContain('番号か、チェックポイントの全文を入れてください');
    expect(shown()).not.toContain('合っています');
    http.verify();
  });

  it('that could not be asked for can be asked again', async () => {
    const { answer, check, element, http, settled, shown } = await opened(MAILED);
    await check(CODE);
    http.expectOne(({ url }) => url.startsWith(`${ANCHORS}/check`)).error(new ProgressEvent('error'));
    await settled();
    element.querySelector<HTMLButtonElement>('az-outcome button')?.click();
    await settled();
    await answer(said({}));
    expect(shown()).toContain('合っています');
  });
});
