import { HttpEventType, provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { MatDialogRef } from '@angular/material/dialog';
import { provideTransloco, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { type Clock, install } from '@sinonjs/fake-timers';

import { ja } from '../../i18n/ja';
import { savedFiles } from '../ui/testing/saved-files';
import { WordsLoader } from '../ui/transloco-loader';
import { PackDialog } from './pack-dialog';

let clock: Clock;

const PACK = '/api/ledger/pack';
const PROGRESS = '/api/ledger/pack/progress';

async function opened() {
  const dialog = { disableClose: false };
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideTransloco({ config: { availableLangs: ['ja'], defaultLang: 'ja' }, loader: WordsLoader }),
      { provide: MatDialogRef, useValue: dialog },
    ],
  });
  await firstValueFrom(TestBed.inject(TranslocoService).load('ja'));
  const saved = savedFiles();
  const page = TestBed.createComponent(PackDialog);
  const element = page.nativeElement as HTMLElement;
  const shown = (): string => element.textContent.replaceAll(/\s+/g, ' ');
  const press = async (name: string): Promise<void> => {
    [...element.querySelectorAll('button')].find(({ textContent }) => textContent.includes(name))?.click();
    await settled();
  };
  const settled = async (ms = 0): Promise<void> => {
    await clock.tickAsync(ms);
    page.detectChanges();
  };
  page.detectChanges();
  return { dialog, element, http: TestBed.inject(HttpTestingController), page, press, saved, settled, shown };
}

describe('handing the record over', () => {
  beforeEach(() => void (clock = install()));
  afterEach(() => clock.uninstall());

  it('shows how many entries are written of how many, and saves what arrived whole', async () => {
    const { dialog, element, http, press, saved, settled, shown } = await opened();
    await press('作って保存する');
    const request = http.expectOne(PACK);
    expect([request.request.responseType, dialog.disableClose]).toEqual(['blob', true]);
    request.event({ type: HttpEventType.DownloadProgress, loaded: 2_500_000 });
    await settled(1_000);
    http.expectOne(PROGRESS).flush({ entries: { done: 12_345, of: 100_000 } });
    await settled();
    expect(shown()).toContain('100,000件のうち 12,345件');
    expect(shown()).toContain('2.5 MB');
    const bar = element.querySelector('[role=progressbar]');
    expect([bar?.getAttribute('aria-valuenow'), bar?.getAttribute('aria-valuemax')]).toEqual(['12345', '100000']);
    request.flush(new Blob(['PK']));
    await settled();
    expect(saved).toEqual([{ href: 'blob:made', name: expect.stringMatching(/^azukari-.*\.zip$/) as string }]);
    expect(shown()).toContain('できました');
    expect(dialog.disableClose).toBe(false);
    await settled(5_000);
    http.verify();
  });

  it('says that it waits for its turn', async () => {
    const { http, press, settled, shown } = await opened();
    await press('作って保存する');
    await settled(1_000);
    http.expectOne(PROGRESS).flush({ entries: { done: 0, of: 10 } });
    await settled();
    expect(shown()).toContain('順番を待っています');
  });

  it('stops, and saves nothing', async () => {
    const { http, press, saved, shown } = await opened();
    await press('作って保存する');
    const request = http.expectOne(PACK);
    await press('やめる');
    expect(request.cancelled).toBe(true);
    expect(shown()).toContain('やめました');
    expect(saved).toEqual([]);
  });

  it('stops when it is left', async () => {
    const { http, page, press } = await opened();
    await press('作って保存する');
    const request = http.expectOne(PACK);
    page.destroy();
    expect(request.cancelled).toBe(true);
  });

  it('says why there is none', async () => {
    const { http, press, saved, settled, shown } = await opened();
    await press('作って保存する');
    const no = new Blob();
    // jsdom's Blob cannot be read.
    no.text = () => Promise.resolve(JSON.stringify({ refusal: { kind: 'record-discontinuous' } }));
    http.expectOne(PACK).flush(no, { status: 503, statusText: 'Service Unavailable' });
    await settled();
    expect(shown()).toContain(ja.refusal['record-discontinuous']);
    expect(saved).toEqual([]);
  });

  it('does not save what broke off, and offers to ask again', async () => {
    const { http, press, saved, settled, shown } = await opened();
    await press('作って保存する');
    http.expectOne(PACK).error(new ProgressEvent('error'));
    await settled();
    expect(saved).toEqual([]);
    expect(shown()).toContain('途中で切れました');
    expect(shown()).not.toContain('できました');
    await press('作って保存する');
    expect(shown()).not.toContain('途中で切れました');
    http.expectOne(PACK);
  });

  it('of a period needs its days in order', async () => {
    const { element, http, press, settled, shown } = await opened();
    element.querySelectorAll<HTMLInputElement>('input[name=pack-range]')[1]?.dispatchEvent(new Event('change'));
    await settled();
    const [from, to] = element.querySelectorAll<HTMLInputElement>('input[type=date]');
    for (const [field, day] of [
      [from, '2026-05-02'],
      [to, '2026-05-01'],
    ] as const) {
      if (!field) throw new Error('no field');
      field.value = day;
      field.dispatchEvent(new Event('change'));
    }
    await settled();
    expect(shown()).toContain('終わりの日が、はじめの日より前です');
    await press('作って保存する');
    http.expectNone(PACK);
  });
});
