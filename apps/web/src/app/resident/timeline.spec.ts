import { TestBed } from '@angular/core/testing';
import { provideTransloco, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

import { Api, type Where } from '../ui/api';
import { Clock } from '../ui/clock';
import { WordsLoader } from '../ui/transloco-loader';
import type { Entry } from './lanes';
import { Timeline } from './timeline';

const ITEM = '00000000-0000-4000-8000-000000000002';

const takenIn = (seq: number): Partial<Entry> => ({
  seq,
  type: 'item.taken-in',
  recordedAt: '2026-11-20T01:00:00.000Z',
  occurredAt: null,
  item: { id: ITEM, kind: 'care-insurance-card', label: null },
  correctedBy: [],
  corrects: null,
  facts: {},
  private: {},
});

/** A record of so many pages with one entry each: the page after cursor 7 begins with entry 6. */
async function open(pages: number) {
  const asked: (string | undefined)[] = [];
  const ask = (_: unknown, { query }: Where) => {
    const cursor = query?.['cursor'];
    asked.push(typeof cursor === 'string' ? cursor : undefined);
    const seq = asked.at(-1) === undefined ? pages : Number(asked.at(-1)) - 1;
    const nextCursor = seq === 1 ? null : String(seq);
    return Promise.resolve({ kind: 'done', answer: { entries: [takenIn(seq)], nextCursor, size: pages } });
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: Api, useValue: { ask } },
      provideTransloco({ config: { availableLangs: ['ja'], defaultLang: 'ja' }, loader: WordsLoader }),
    ],
  });
  await firstValueFrom(TestBed.inject(TranslocoService).load('ja'));
  TestBed.inject(Clock).follow('2026-11-21T06:05:00.000Z');
  const timeline = TestBed.createComponent(Timeline);
  timeline.componentRef.setInput('residentId', ITEM);
  const settled = async (): Promise<HTMLElement> => {
    await timeline.whenStable();
    await new Promise((later) => setTimeout(later));
    await timeline.whenStable();
    return timeline.nativeElement as HTMLElement;
  };
  return { asked, page: await settled(), settled };
}

const more = (page: HTMLElement) => page.querySelector<HTMLButtonElement>('.cut button');

it('a record that was read to its beginning says nothing', async () => {
  const { asked, page } = await open(5);
  expect(asked).toHaveLength(5);
  expect(page.querySelector('.lane')).not.toBeNull();
  expect(more(page)).toBeNull();
});

it('a longer record says what is not drawn, and reads on where it stopped', async () => {
  const { asked, page, settled } = await open(7);
  expect(asked).toEqual([undefined, '7', '6', '5', '4']);
  expect(page.querySelector('.cut')?.textContent).toContain('5件');
  more(page)?.click();
  await settled();
  expect(asked.slice(5)).toEqual(['3', '2']);
  expect(more(page)).toBeNull();
});
