import { Injectable } from '@nestjs/common';
import { applicationFlaw, movingInFlaw, NOTHING_NOTED } from '@azukari/domain';
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
import { WorkListsService } from './work-lists.service.ts';

type Answer = AnswerOf<typeof contract.noteMovingIn>;

interface About {
  readonly resident: Uuid;
  readonly private: { readonly residentName: string };
}

/** Noting is what a note writes: its entry, and, under the number of that, what is read from now on. */
interface Noting {
  readonly entry: (about: About) => Draft;
  readonly keep: (version: number) => Promise<unknown>;
}

/** NotesService notes what was heard and done about an address after a move, and about an application for a 資格確認書. */
@Injectable()
export class NotesService {
  constructor(
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly ledger: Ledger,
    private readonly lists: WorkListsService,
  ) {}

  movingIn(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.noteMovingIn>): Promise<Answer> {
    const { address, movedOn, noticeGivenOn, cardContinuedOn } = body;
    const note: MovingInNoted = { address, movedOn, noticeGivenOn, cardContinuedOn };
    return this.write(by, id, { route: 'noteMovingIn', body }, ({ sql }, living) => {
      seen(body.version, living.versions.movingIn);
      this.refuse(movingInFlaw(note), [noticeGivenOn, cardContinuedOn]);
      // Who opens the form and presses has said nothing.
      if (same(note, living.movingIn ?? NOTHING_NOTED)) throw new Refused({ kind: 'nothing-to-change' });
      return {
        entry: (about) => houseEntry('moving-in.noted', note, about),
        keep: (version) => keepMovingIn(sql, by.facilityId, id, { ...note, version }),
      };
    });
  }

  application(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.noteApplication>): Promise<Answer> {
    const { commandId, version: from, byProxy, ...given } = body;
    const facts = { ...given, byProxy: byProxy ? ('yes' as const) : ('no' as const) };
    return this.write(by, id, { route: 'noteApplication', body }, async ({ sql }, living) => {
      // A note that is done stands on no list: who puts her on it anew has seen none.
      if (from !== living.versions.application) seen(from, await this.lists.shownVersion(sql, by.facilityId, id));
      this.refuse(applicationFlaw(facts), [facts.appliedOn, facts.arrivedOn]);
      const note: ApplicationNoted = { ...facts, notedOn: this.clock.today() };
      if (same(note, living.application)) throw new Refused({ kind: 'nothing-to-change' });
      return {
        entry: (about) => houseEntry('application.noted', facts, about),
        keep: (version) => keepApplication(sql, by.facilityId, id, { ...note, version }),
      };
    });
  }

  withdraw(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.withdrawApplication>): Promise<Answer> {
    return this.write(by, id, { route: 'withdrawApplication', body }, ({ sql }, living) => {
      if (living.application === null) throw new Refused({ kind: 'nothing-to-change' });
      seen(body.version, living.versions.application);
      return {
        entry: (about) => houseEntry('application.withdrawn', {}, about),
        keep: () => dropApplication(sql, by.facilityId, id),
      };
    });
  }

  private write(
    by: SignedIn,
    id: Uuid,
    { route, body }: { readonly route: string; readonly body: { readonly commandId: Uuid } },
    decide: (tx: Tx, living: Living) => Noting | Promise<Noting>,
  ): Promise<Answer> {
    return this.commands.once(
      { by, route, body: withId(id, body) },
      async (tx, author) => {
        const [living] = await livingResidents(tx.sql, by.facilityId, this.clock.today(), id);
        if (!living) throw new Refused({ kind: 'not-found' });
        const { entry, keep } = await decide(tx, living);
        const draft = entry({ resident: id, private: { residentName: living.resident.name } });
        const entries = await this.ledger.append(tx, author, [draft]);
        for (const { seq } of entries) await keep(seq);
        return { entries };
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

/** Who has not seen the newest note does not write over it. */
function seen(version: number, now: number): void {
  if (version !== now) throw new Refused({ kind: 'stale-version', version: now });
}

function same<T extends object>(note: T, earlier: T | null): boolean {
  return earlier !== null && Object.entries(note).every(([key, value]) => earlier[key as keyof T] === value);
}
