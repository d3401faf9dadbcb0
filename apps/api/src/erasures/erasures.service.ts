import { Injectable } from '@nestjs/common';
import { erasableFrom, erasureObstacle, erasureStage, erasureUntil, ERASED_KINDS } from '@azukari/domain';
import type { Draft, ErasureGround, Obstacle, Uuid } from '@azukari/domain';
import type * as contract from '@azukari/contract';
import type { AnswerOf, BodyOf } from '@azukari/contract';
import { Clock } from '../clock.ts';
import { Database } from '../database/database.ts';
import { namesOf } from '../database/people.ts';
import type { Statements } from '../database/statements.ts';
import { Refused } from '../http/refused.ts';
import { Commands } from '../ledger/commands.ts';
import { houseEntry } from '../ledger/house-entry.ts';
import { Ledger } from '../ledger/ledger.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { Eraser } from './eraser.ts';
import { holdPerson, insertErasure, readErasure, readErasures } from './erasure-rows.ts';
import type { ErasureRow, PersonMeant } from './erasure-rows.ts';
import { Forgetting } from './forgetting.ts';
import { peopleLeft, personMeant } from './people-left.ts';
import type { KnownPerson } from './people-left.ts';
import { wordsOf } from './words-of.ts';

type Listed = AnswerOf<typeof contract.listErasures>;
type Recorded = AnswerOf<typeof contract.askErasure>;

/** ErasuresService erases the words of who left: one asks, another confirms within days, both just signed in. Nothing goes by itself. */
@Injectable()
export class ErasuresService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly commands: Commands,
    private readonly ledger: Ledger,
    private readonly eraser: Eraser,
    private readonly forgetting: Forgetting,
  ) {}

  async list({ facilityId }: SignedIn): Promise<Listed> {
    const { sql } = this.database.reads;
    const today = this.clock.today();
    const people = (await Promise.all(ERASED_KINDS.map((kind) => peopleLeft(sql, facilityId, kind)))).flat();
    const residents = await namesOf(sql, 'resident', facilityId);
    const staff = await namesOf(sql, 'staff', facilityId);
    const rows = await readErasures(sql, facilityId);
    const named = (id: Uuid): { id: Uuid; name: string } => ({ id, name: staff.get(id) ?? '' });
    const open = rows.filter((row) => erasureStage(row, today) === 'asked');
    return {
      left: people
        .flatMap((person) => leftOf(person, residents))
        .sort((a, b) => (a.leftOn === b.leftOn ? (a.personId < b.personId ? -1 : 1) : a.leftOn < b.leftOn ? -1 : 1)),
      asked: open.map(({ id, kind, personId, ground, askedBy, askedAt }) => ({
        id,
        kind,
        personId,
        name: people.find((one) => one.personId === personId)?.name ?? '',
        ground,
        by: named(askedBy),
        at: askedAt,
        until: erasureUntil(askedAt),
      })),
      done: rows.flatMap(({ id, kind, personId, confirmedAt, askedBy, confirmedBy }) =>
        confirmedAt === null
          ? []
          : {
              id,
              kind,
              personId,
              at: confirmedAt,
              askedBy: named(askedBy),
              confirmedBy: confirmedBy === null ? null : named(confirmedBy),
            },
      ),
    };
  }

  /** ask writes down that somebody's words are to be erased; nothing is erased yet. */
  ask(by: SignedIn, body: BodyOf<typeof contract.askErasure>): Promise<Recorded> {
    const { kind, personId, ground } = body;
    return this.commands.once(
      { by, route: 'askErasure', body },
      async (tx, author) => {
        const meant = { facilityId: by.facilityId, kind, personId };
        const person = await this.free(tx.sql, meant, ground);
        const open = (await readErasures(tx.sql, by.facilityId)).find(
          (row) => row.personId === personId && erasureStage(row, this.clock.today()) === 'asked',
        );
        if (open) throw new Refused({ kind: 'erasure-stage', stage: 'asked' });
        const id = crypto.randomUUID();
        const entry = houseEntry('privacy.erasure-asked', { erasure: id, of: personId, kind, ground }, about(person));
        const entries = await this.ledger.append(tx, author, [entry]);
        const asked = { askedBy: by.staffId, askedAt: entries[0]?.recordedAt ?? this.clock.now() };
        await insertErasure(tx.sql, {
          id,
          ...meant,
          ground,
          ...asked,
          withdrawnAt: null,
          confirmedBy: null,
          confirmedAt: null,
        });
        return { entries, subject: id };
      },
      (_, receipt) => ({ receipt }),
    );
  }

  /** withdraw takes back what was asked. */
  withdraw(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.withdrawErasure>): Promise<Recorded> {
    return this.commands.about(
      { by, route: 'withdrawErasure', body, id },
      (tx) => this.open(tx.sql, by, id),
      async (tx, author) => {
        await tx.sql.run('UPDATE erasure SET withdrawn_at = ? WHERE id = ?', [this.clock.now(), id]);
        return this.ledger.append(tx, author, [houseEntry('privacy.erasure-withdrawn', { erasure: id })]);
      },
      (_, receipt) => ({ receipt }),
    );
  }

  /** confirm erases; what the files of the database still hold of it is wiped after the answer is durable. */
  async confirm(by: SignedIn, id: Uuid, body: BodyOf<typeof contract.confirmErasure>): Promise<Recorded> {
    const { sql } = this.database.reads;
    const asked = await readErasure(sql, by.facilityId, id);
    // Whoever left does nothing more, so her many entries are found before others have to wait.
    const before = asked?.kind === 'staff' ? await wordsOf(sql, asked) : null;
    const recorded = await this.commands.about(
      { by, route: 'confirmErasure', body, id },
      (tx) => this.open(tx.sql, by, id),
      async (tx, author, row) => {
        if (row.askedBy === by.staffId) throw new Refused({ kind: 'erasure-by-one' });
        await this.free(tx.sql, row, row.ground);
        const { kind, personId } = row;
        const entries = await this.eraser.erase(tx, author, {
          person: row,
          words: before ?? (await wordsOf(tx.sql, row)),
          first: houseEntry('privacy.erasure-confirmed', { erasure: id, of: personId, kind }, residentAlone(row)),
        });
        const at = entries[0]?.recordedAt ?? this.clock.now();
        await tx.sql.run('UPDATE erasure SET confirmed_by = ?, confirmed_at = ? WHERE id = ?', [by.staffId, at, id]);
        return entries;
      },
      (_, receipt) => ({ receipt }),
    );
    await this.forgetting.begin();
    return recorded;
  }

  /** hold says that nothing of somebody's may be erased for now, or that it may again. */
  hold(by: SignedIn, body: BodyOf<typeof contract.holdErasure>): Promise<Recorded> {
    const { kind, personId, hold } = body;
    return this.commands.once(
      { by, route: 'holdErasure', body },
      async (tx, author) => {
        const meant = { facilityId: by.facilityId, kind, personId };
        const person = await personMeant(tx.sql, meant);
        if (!person) throw new Refused({ kind: 'not-found' });
        if (!(await holdPerson(tx.sql, meant, hold))) throw new Refused({ kind: 'nothing-to-change' });
        const facts = { of: personId, kind, hold: hold ? 'yes' : 'no' } as const;
        return {
          entries: await this.ledger.append(tx, author, [houseEntry('privacy.hold-set', facts, about(person))]),
        };
      },
      (_, receipt) => ({ receipt }),
    );
  }

  private async open(sql: Statements, { facilityId }: SignedIn, id: Uuid): Promise<ErasureRow> {
    const row = await readErasure(sql, facilityId, id);
    if (!row) throw new Refused({ kind: 'not-found' });
    const stage = erasureStage(row, this.clock.today());
    if (stage !== 'asked') throw new Refused({ kind: 'erasure-stage', stage });
    return row;
  }

  /** Refused while anything stands in the way, also what came up since it was asked. */
  private async free(sql: Statements, meant: PersonMeant, ground: ErasureGround): Promise<KnownPerson> {
    const person = await personMeant(sql, meant);
    if (!person) throw new Refused({ kind: 'not-found' });
    const obstacle: Obstacle | null = erasureObstacle(person, ground, this.clock.today());
    if (obstacle) throw new Refused({ kind: 'erasure-blocked', ...obstacle });
    return person;
  }
}

function leftOf(person: KnownPerson, residents: ReadonlyMap<Uuid, string>): Listed['left'] {
  const { kind, personId, name, leftOn, residentId, onHold } = person;
  if (leftOn === null) return [];
  const dueOn = erasableFrom(leftOn, 'retention-over');
  const obstacle = erasureObstacle(person, 'retention-over', dueOn);
  return [
    {
      kind,
      personId,
      name,
      residentName: residentId === null ? null : (residents.get(residentId) ?? null),
      leftOn,
      dueOn,
      requestFrom: erasableFrom(leftOn, 'asked-by-person'),
      obstacle: obstacle?.because ?? null,
      onHold,
    },
  ];
}

/** Her name is among her words as long as they are there. */
function about({
  kind,
  personId,
  residentId,
  name,
}: KnownPerson): Pick<Draft, 'private'> & { readonly resident?: Uuid } {
  if (kind === 'resident') return { resident: personId, private: { residentName: name } };
  return { ...(residentId !== null && { resident: residentId }), private: { name } };
}

function residentAlone({ kind, personId }: PersonMeant): { readonly resident?: Uuid } {
  return kind === 'resident' ? { resident: personId } : {};
}
