import { TestBed } from '@angular/core/testing';
import { MatDialogRef } from '@angular/material/dialog';
import { provideTransloco, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

import { WordsLoader } from '../transloco-loader';
import { CameraDialog } from './camera-dialog';
import { ScanWords } from './scan-words';

const ID = '0b6f3c1a-91d2-4c43-8a10-5f1e2d3c4b5a';

let closedWith: unknown[];
let stopped: number;

/** A browser with or without a reader of codes, and with a camera or a reason why not. */
async function open(seen: readonly string[] | null, camera: 'allowed' | 'refused' | 'none'): Promise<string> {
  closedWith = [];
  stopped = 0;
  class Reader {
    static getSupportedFormats = (): Promise<string[]> => Promise.resolve(['qr_code']);
    detect = (): Promise<object[]> => Promise.resolve((seen ?? []).map((rawValue) => ({ rawValue })));
  }
  Object.assign(globalThis, { BarcodeDetector: seen === null ? undefined : Reader });
  const tracks = [{ stop: () => (stopped += 1) }];
  const getUserMedia = (): Promise<object> =>
    camera === 'allowed'
      ? Promise.resolve({ getTracks: () => tracks })
      : Promise.reject(new DOMException('no', camera === 'refused' ? 'NotAllowedError' : 'NotFoundError'));
  Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia }, configurable: true });
  HTMLMediaElement.prototype.play = () => Promise.resolve();
  TestBed.configureTestingModule({
    providers: [
      { provide: MatDialogRef, useValue: { close: (scan: unknown) => closedWith.push(scan), id: 'camera' } },
      provideTransloco({
        config: { availableLangs: ['ja', 'en'], defaultLang: 'ja', reRenderOnLangChange: true },
        loader: WordsLoader,
      }),
    ],
  });
  await firstValueFrom(TestBed.inject(TranslocoService).load('ja'));
  TestBed.inject(ScanWords);
  const fixture = TestBed.createComponent(CameraDialog);
  fixture.detectChanges();
  await new Promise((resolve) => setTimeout(resolve, 350));
  fixture.detectChanges();
  const words = (fixture.nativeElement as HTMLElement).textContent;
  fixture.destroy();
  return words;
}

test('what the camera sees is read, and the camera is let go', async () => {
  await open([`TEL 03-1234-5678 azukari:${ID}`], 'allowed');
  expect([closedWith[0], stopped]).toEqual([{ kind: 'pouch', id: ID }, 1]);
});

test('a code that is no label is said to be none', async () => {
  await open(['https://example.jp/'], 'allowed');
  expect(closedWith[0]).toEqual({ kind: 'other' });
});

test.each([
  ['reads no codes', null, 'allowed', 'このブラウザーは、カメラでラベルを読めません。'],
  ['may not use the camera', [], 'refused', '許可されていません。'],
  ['has no camera', [], 'none', 'カメラを使えません。'],
] as const)('a browser that %s says so', async (_, seen, camera, words) => {
  expect(await open(seen, camera)).toContain(words);
  expect(closedWith).toEqual([]);
});
