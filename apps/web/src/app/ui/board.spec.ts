import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';

import { Board, type BoardAnswer } from './board';

const ledger = {
  size: 8,
  checkpointAt: null,
  checkedAt: null,
  checkedSize: null,
  aheadUntil: null,
  broken: null,
  outside: null,
  gapExplained: null,
};
const answer: BoardAnswer = {
  revision: 8,
  now: '2026-11-21T01:42:00.000Z',
  unchanged: false,
  out: [],
  held: [],
  missing: [],
  losses: [],
  toReview: [],
  toLocate: [],
  expiring: [],
  agreementEnded: [],
  totals: { out: 0, held: 0, missing: 0, toReview: 0, toLocate: 0, expiring: 0, agreementEnded: 0 },
  envelopes: 0,
  unknownDates: 0,
  stored: 3,
  keys: null,
  views: null,
  staff: { selfAppointments: [], breakGlassUsedAt: null },
  certificateEndsOn: null,
  nightList: null,
  nightFile: null,
  transfers: { coming: 0, notArrived: 0 },
  counts: { state: 'done', due: 0, skipped: 0, awaited: 0, late: 0, closedAt: null, listed: 0 },
  reconciliation: null,
  backup: null,
  disk: null,
  notices: {
    state: 'working',
    hold: null,
    lastRunAt: null,
    lastAcceptedAt: null,
    acceptedToday: 0,
    failed: 0,
    pending: 0,
    nextDueOn: null,
    tasks: 0,
    answers: [],
  },
  ledger,
};
const CHECKED_AT = '2026-11-21T01:41:00.000Z';

test('a board on which nothing happened keeps what it shows, but for how record and notices stand meanwhile', async () => {
  TestBed.configureTestingModule({ providers: [Board, provideHttpClient(), provideHttpClientTesting()] });
  const http = TestBed.inject(HttpTestingController);
  const board = TestBed.inject(Board);
  const said = async (url: string, given: BoardAnswer): Promise<BoardAnswer | null> => {
    http.expectOne(url).flush(given);
    await new Promise((resolve) => setTimeout(resolve));
    return board.current();
  };
  const first = await said('/api/board', answer);
  const again = async (given: BoardAnswer): Promise<BoardAnswer | null> => {
    void board.refresh();
    return said('/api/board?since=8', { ...given, unchanged: true, stored: 0 });
  };
  expect(await again(answer)).toBe(first);
  expect(await again({ ...answer, ledger: { ...ledger, checkedAt: CHECKED_AT } })).toEqual({
    ...first,
    ledger: { ...ledger, checkedAt: CHECKED_AT },
  });
  const stopped = { ...answer.notices, state: 'stopped' } as const;
  expect((await again({ ...answer, notices: stopped }))?.notices.state).toBe('stopped');
});
