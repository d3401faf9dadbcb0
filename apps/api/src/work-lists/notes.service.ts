import { Injectable } from '@nestjs/common';
import { applicationFlaw, movingInFlaw } from '@azukari/domain';
import type { ApplicationNoted, CalendarDay, Draft, MovingInNoted, Uuid } from '@azukari/domain';
import type * as contract from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Clock } from '../clock.ts';
import type { Tx } from '../database/unit-of-work.ts';
import { withId } from '../http/id.ts';
import { Refused } from '../http/refused.ts';
import { Commands } from '../ledger/commands.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { Ledger } from '../ledger/ledger.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { dropApplication, keepApplication, keepMovingIn, livingResidents } from './noted.ts';
import type { Living } from './noted.ts';

type Answer = AnswerOf<typeof contract.noteMovingIn>;

interface About {
  readonly resident: Uuid;
  readonly private: { readonly residentName: string };
}

/** NotesService notes what was heard and done about an address after a move, and about an application for a 資格確認書. */
@Injectable()
export class NotesService {
  constructor(
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly ledger: Ledger,
  ) {}

  movingIn(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.noteMovingIn>): Promise<Answer> {
    const { address, movedOn, noticeGivenOn, cardContinuedOn } = body;
    const note: MovingInNoted = { address, movedOn, noticeGivenOn, cardContinuedOn };
    return this.write(by, id, { route: 'noteMovingIn', body }, async (tx, living, about) => {
      this.refuse(movingInFlaw(note), [noticeGivenOn, cardContinuedOn]);
      if (same(note, living.movingIn)) throw new Refused({ kind: 'nothing-to-change' });
      await keepMovingIn(tx.sql, by.facilityId, id, note);
      return houseEntry('moving-in.noted', note, about);
    });
  }

  application(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.noteApplication>): Promise<Answer> {
    const { commandId, byProxy, ...given } = body;
    const facts = { ...given, byProxy: byProxy ? ('yes' as const) : ('no' as const) };
    return this.write(by, id, { route: 'noteApplication', body }, async (tx, living, about) => {
      this.refuse(applicationFlaw(facts), [facts.appliedOn, facts.arrivedOn]);
      const note: ApplicationNoted = { ...facts, notedOn: this.clock.today() };
      if (same(note, living.application)) throw new Refused({ kind: 'nothing-to-change' });
      await keepApplication(tx.sql, by.facilityId, id, note);
      return houseEntry('application.noted', facts, about);
    });
  }

  withdraw(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.withdrawApplication>): Promise<Answer> {
    return this.write(by, id, { route: 'withdrawApplication', body }, async (tx, _, about) => {
      if (!(await dropApplication(tx.sql, by.facilityId, id))) throw new Refused({ kind: 'nothing-to-change' });
      return houseEntry('application.withdrawn', {}, about);
    });
  }

  private write(
    by: SignedIn,
    id: Uuid,
    { route, body }: { readonly route: string; readonly body: { readonly commandId: Uuid } },
    work: (tx: Tx, living: Living, about: About) => Promise<Draft>,
  ): Promise<Answer> {
    return this.commands.once(
      { by, route, body: withId(id, body) },
      async (tx, author) => {
        const [living] = await livingResidents(tx.sql, by.facilityId, this.clock.today(), id);
        if (!living) throw new Refused({ kind: 'not-found' });
        const draft = await work(tx, living, { resident: id, private: { residentName: living.resident.name } });
        return { entries: await this.ledger.append(tx, author, [draft]) };
      },
      (_, receipt) => ({ receipt }),
    );
  }

  private refuse(flaw: 'dates-out-of-order' | null, days: readonly (CalendarDay | null)[]): void {
    if (flaw !== null) throw new Refused({ kind: flaw });
    const today = this.clock.today();
    if (days.some((day) => day !== null && day > today))
      throw new Refused({ kind: 'occurred-in-future', now: this.clock.now() });
  }
}

function same<T extends object>(note: T, earlier: T | null): boolean {
  return earlier !== null && Object.entries(note).every(([key, value]) => earlier[key as keyof T] === value);
}
