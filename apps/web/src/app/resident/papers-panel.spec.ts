import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideTransloco, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

import type { Item } from '../ui/item-state';
import { WordsLoader } from '../ui/transloco-loader';
import { PapersPanel } from './papers-panel';

const ID = '6b1f0f5e-7a53-4b53-9a3f-2f4b3c1d0a11';

async function open(purpose: string) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideTransloco({
        config: { availableLangs: ['ja', 'en'], defaultLang: 'ja', reRenderOnLangChange: true },
        loader: WordsLoader,
      }),
    ],
  });
  await firstValueFrom(TestBed.inject(TranslocoService).load('ja'));
  const custody = {
    at: 'out',
    purpose,
    destination: 'さくら内科',
    holder: { kind: 'staff', staffId: ID, name: '鈴木 一郎' },
    dueBackAt: null,
    hold: null,
  };
  window.open = () => null;
  const fixture = TestBed.createComponent(PapersPanel);
  fixture.componentRef.setInput('residentId', ID);
  fixture.componentRef.setInput('items', [{ id: ID, kind: 'my-number-card', label: null, custody } as unknown as Item]);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const memos = () =>
    [...page.querySelectorAll<HTMLButtonElement>('button')].filter(({ textContent }) =>
      textContent.includes('外出メモ'),
    );
  return { memos, http: TestBed.inject(HttpTestingController) };
}

it('a 外出メモ that is printed later says how she takes part: the record does not', async () => {
  const { memos, http } = await open('outpatient');
  expect(memos().map(({ textContent }) => textContent.trim())).toEqual([
    '外出メモ（ご本人も行く）',
    '外出メモ（ご本人は行かない）',
    '外出メモ（オンライン診療）',
  ]);
  memos()[1]?.click();
  expect(http.expectOne('/api/forms/F13').request.body).toMatchObject({
    itemIds: [ID],
    visit: { setting: 'outpatient', goesAlong: false, destination: 'さくら内科', holder: '鈴木 一郎' },
  });
});

it('where only one is possible there is one', async () => {
  const { memos } = await open('overnight-leave');
  expect(memos().map(({ textContent }) => textContent.trim())).toEqual(['外出メモ']);
});

it('what is shown to nobody outside has none', async () => {
  const { memos } = await open('in-house');
  expect(memos()).toEqual([]);
});
