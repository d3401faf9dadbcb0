import { TestBed } from '@angular/core/testing';
import { provideTransloco, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { type Clock, install } from '@sinonjs/fake-timers';

import { WordsLoader } from '../ui/transloco-loader';
import { CodePhoto } from './code-photo';

let clock: Clock;

interface Given {
  readonly formats?: readonly string[];
  readonly codes?: readonly string[];
  readonly picture?: boolean;
}

const NOTE = 'azukari/x/custody\n5\nAAAA\n\n— azukari/x/custody BBBB\n';

/** The browser's own reader, which this test's page has not: what it reads is given. */
function browserWith({ formats, codes = [], picture = true }: Given): void {
  const reader = class {
    static getSupportedFormats = () => Promise.resolve(formats ?? []);
    detect = () => Promise.resolve(codes.map((rawValue) => ({ rawValue })));
  };
  Object.assign(globalThis, {
    BarcodeDetector: formats && reader,
    createImageBitmap: () => (picture ? Promise.resolve({}) : Promise.reject(new Error('no picture'))),
  });
}

async function shown(given: Given) {
  browserWith(given);
  TestBed.configureTestingModule({
    providers: [provideTransloco({ config: { availableLangs: ['ja'], defaultLang: 'ja' }, loader: WordsLoader })],
  });
  await firstValueFrom(TestBed.inject(TranslocoService).load('ja'));
  const page = TestBed.createComponent(CodePhoto);
  const element = page.nativeElement as HTMLElement;
  const read: string[] = [];
  page.componentInstance.read.subscribe((text) => read.push(text));
  const settled = async (): Promise<void> => {
    await clock.tickAsync(0);
    page.detectChanges();
  };
  page.detectChanges();
  await settled();
  const take = async (): Promise<void> => {
    const field = element.querySelector('input');
    if (!field) throw new Error('no field');
    Object.defineProperty(field, 'files', { value: [new Blob(['picture'])], configurable: true });
    field.dispatchEvent(new Event('change'));
    await settled();
  };
  return { element, read, take };
}

beforeEach(() => void (clock = install()));
afterEach(() => {
  clock.uninstall();
  Object.assign(globalThis, { BarcodeDetector: undefined, createImageBitmap: undefined });
});

it.each([[{}], [{ formats: ['ean_13'] }]])('is not offered by a browser that reads none: %j', async (given) => {
  const { element } = await shown(given);
  expect(element.textContent.trim()).toBe('');
});

it('hands on what it read, the checkpoint before any other code', async () => {
  const { element, read, take } = await shown({ formats: ['qr_code'], codes: ['https://example.jp', NOTE] });
  expect(element.textContent).toContain('二次元コードを写真で読む');
  await take();
  expect(read).toEqual([NOTE]);
  expect(element.querySelector('[role=alert]')).toBeNull();
});

it('hands on another code where there is no checkpoint: what it is not is said of it later', async () => {
  const { read, take } = await shown({ formats: ['qr_code'], codes: ['hello'] });
  await take();
  expect(read).toEqual(['hello']);
});

it.each([[{ codes: [] }], [{ picture: false }]])('says that it read nothing: %j', async (given) => {
  const { element, read, take } = await shown({ formats: ['qr_code'], ...given });
  await take();
  expect(read).toEqual([]);
  expect(element.querySelector('[role=alert]')?.textContent).toContain('読み取れませんでした');
});
