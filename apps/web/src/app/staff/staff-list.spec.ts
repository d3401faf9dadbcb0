import { provideHttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import type { Level, Role } from '@azukari/domain';
import { provideTransloco, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';

import { Session } from '../session/session';
import { WordsLoader } from '../ui/transloco-loader';
import { type Staff, StaffList } from './staff-list';

const id = (n: number): string => `00000000-0000-4000-8000-00000000000${String(n)}`;
const AT = '2026-11-21T01:42:00.000Z';
const person = (n: number, role: Role, level: Level | null): Staff => ({
  id: id(n),
  name: `職員 ${String(n)}`,
  kana: 'しょくいん',
  role,
  level,
  leftOn: null,
  loginId: null,
  version: 1,
});
const STAFF = [person(1, 'manager', 'responsible'), person(2, 'floor', 'deputy'), person(3, 'floor', 'handler')];

async function buttonsFor(role: Role): Promise<readonly number[]> {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideTransloco({ config: { availableLangs: ['ja'], defaultLang: 'ja' }, loader: WordsLoader }),
    ],
  });
  await firstValueFrom(TestBed.inject(TranslocoService).load('ja'));
  TestBed.inject(Session).begin({
    staff: { id: id(9), name: '事務 一', role, level: null },
    facility: { id: id(8), name: 'さくらの里' },
    expiresAt: AT,
    endsAt: AT,
    now: AT,
    demo: false,
  });
  const shown = TestBed.createComponent(StaffList);
  for (const [name, value] of Object.entries({ staff: STAFF, mayKeep: true, me: id(9), withLeft: false }))
    shown.componentRef.setInput(name, value);
  await shown.whenStable();
  const rows = [...(shown.nativeElement as HTMLElement).querySelectorAll('li')];
  return rows.map((row) => row.querySelectorAll('button').length);
}

// Change, a code, 退職.
test('an admin is offered nothing on a manager’s account, and no code of who answers for the cards', async () =>
  expect(await buttonsFor('admin')).toEqual([0, 2, 3]));

test('a manager is offered all', async () => expect(await buttonsFor('manager')).toEqual([3, 3, 3]));
