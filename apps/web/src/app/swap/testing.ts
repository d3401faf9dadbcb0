import type { Line, Swap } from './swap';

const ID = '00000000-0000-4000-8000-0000000000';

type Given = Partial<Omit<Line, 'old'>> & { readonly n?: number; readonly old?: Partial<Line['old']> };

/** aLine is a 負担割合証 that has not arrived and may be swapped, of resident and paper number n. */
export function aLine({ n = 10, old, ...of }: Given = {}): Line {
  return {
    resident: { id: `${ID}${String(n)}`, name: '山田 太郎', kana: 'やまだ たろう', room: '203' },
    kind: 'care-copay-certificate',
    insurerType: null,
    way: 'arrives',
    state: 'awaited',
    next: null,
    envelope: null,
    rule: 'insurer-may-be-opened',
    obstacle: null,
    agreed: true,
    ...of,
    old: {
      id: `${ID}${String(n + 40)}`,
      at: 'stored',
      storage: { id: `${ID}99`, path: '金庫 12番' },
      printedExpiresOn: '2026-07-31',
      counts: false,
      ...old,
    },
  };
}

/** aSwap is the season of 31 July 2026 on 3 August. */
export function aSwap(lines: readonly Line[]): Swap {
  return {
    asOf: '2026-08-03',
    endsOn: '2026-07-31',
    askFrom: '2026-06-01',
    nextEndsOn: '2027-07-31',
    seasons: [
      { endsOn: '2026-07-31', total: lines.length, done: 0 },
      { endsOn: '2027-07-31', total: 0, done: 0 },
    ],
    lines: [...lines],
  };
}
