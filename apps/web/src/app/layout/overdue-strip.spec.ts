import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Level } from '@azukari/domain';
import { provideTransloco, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

import { Session } from '../session/session';
import { Board } from '../ui/board';
import { WordsLoader } from '../ui/transloco-loader';
import { OverdueStrip } from './overdue-strip';

const ID = '00000000-0000-4000-8000-000000000001';
const NOW = '2026-11-21T06:05:00.000Z';

const out = (id: string, dueBackAt: string | null) => ({
  id,
  kind: 'care-insurance-card',
  label: null,
  custody: { at: 'out', dueBackAt },
  resident: { id: ID, name: '髙﨑 𠮷右衛門', kana: 'たかさき きちえもん', room: '203' },
});
const LONG = out('two hours', '2026-11-21T04:00:00.000Z');
const LATE = out('half an hour', '2026-11-21T05:35:00.000Z');

async function strip(level: Level | null, items: readonly unknown[]) {
  const current = signal<unknown>({ out: items });
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      { provide: Board, useValue: { current } },
      provideTransloco({ config: { availableLangs: ['ja'], defaultLang: 'ja' }, loader: WordsLoader }),
    ],
  });
  await firstValueFrom(TestBed.inject(TranslocoService).load('ja'));
  TestBed.inject(Session).begin({
    staff: { id: ID, name: '佐藤 花子', role: 'floor', level },
    facility: { id: ID, name: 'さくらの里' },
    expiresAt: NOW,
    endsAt: NOW,
    now: NOW,
    demo: false,
  });
  const fixture = TestBed.createComponent(OverdueStrip);
  const page = fixture.nativeElement as HTMLElement;
  const shows = async (now: readonly unknown[]) => {
    current.set({ out: now });
    await fixture.whenStable();
    return page.textContent.replace(/\s+/g, ' ').trim();
  };
  return { page, shows };
}

it('is silent while nothing is late, and says it to those who listen when something becomes so', async () => {
  const { page, shows } = await strip('handler', []);
  expect(await shows([out('later', '2026-11-21T08:00:00.000Z'), out('in hospital', null)])).toBe('');
  expect(page.querySelectorAll('[role=status]')).toHaveLength(1);
  const said = await shows([LATE, LONG]);
  expect(said).toContain('もどす予定を過ぎています：2点');
  expect(said).toContain('髙﨑 𠮷右衛門 さん・介護保険証');
  expect(page.querySelector('a')?.getAttribute('href')).toBe('/today');
  expect(await shows([])).toBe('');
});

it.each([
  ['responsible', true],
  ['deputy', true],
  ['handler', false],
  [null, false],
] as const)('%s also hears what is long overdue: %s', async (level, hears) => {
  const { shows } = await strip(level, []);
  expect((await shows([LATE, LONG])).includes('2時間以上 1点')).toBe(hears);
  expect(await shows([LATE])).not.toContain('2時間以上');
});
