import type { HttpTestingController, TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { Deadline } from './deadline';

const ID = '6b1f0f5e-7a53-4b53-9a3f-2f4b3c1d0a11';

/** AS_OF is today in these tests. */
export const AS_OF = '2026-11-22';

/** YAMADA keeps the items of these tests unless they say otherwise. */
export const YAMADA = { id: ID, name: '山田 太郎', kana: 'やまだ たろう', room: '203' };

/** aDeadline is a certificate that ends in 18 days, but for what is given. */
export function aDeadline({
  item,
  ...part
}: Partial<Omit<Deadline, 'item'>> & { item?: Partial<Deadline['item']> } = {}): Deadline {
  return {
    kind: 'certificate-expiry',
    rule: 'V2',
    date: '2026-12-10',
    daysLeft: 18,
    from: '2026-09-11',
    source: 'リーフレット p.3',
    reasonCode: 'printed',
    closed: null,
    resident: YAMADA,
    item: { id: ID, kind: 'my-number-card', label: null, at: 'stored', insurer: null, ...item },
    ...part,
  };
}

/** UNKNOWN is a card whose date nobody has entered. */
export const UNKNOWN = aDeadline({
  kind: 'card-expiry',
  rule: 'V1',
  date: null,
  daysLeft: null,
  from: AS_OF,
  value: 'unknown',
  reasonCode: 'date-unknown',
});

const MOST_TURNS = 10;

/** asked is a request that comes when what is under way has ended, after however many turns that takes; a page that waits for it is never stable. */
export async function asked(http: HttpTestingController, url: string): Promise<TestRequest> {
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const [request] = http.match(url);
    if (request !== undefined) return request;
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
  }
  return http.expectOne(url);
}
