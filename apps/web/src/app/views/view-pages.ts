import { inject, Injectable, signal } from '@angular/core';
import { listEntries } from '@azukari/contract';
import { addDays, tokyoTime } from '@azukari/domain';

import { Api } from '../ui/api';
import { type Entry, factsOf } from '../ui/record/entry';

const PAGE = 50;

/** ViewFilter is which views are wanted; null means all. */
export interface ViewFilter {
  readonly resident: string | null;
  readonly staff: string | null;
  readonly day: string | null;
}

/** ViewPages reads who looked at whom page by page, newest first. */
@Injectable()
export class ViewPages {
  private readonly api = inject(Api);
  private readonly shown = signal<readonly Entry[]>([]);
  private readonly state = signal<'reading' | 'read' | 'failed'>('reading');
  private readonly following = signal<string | null>(null);
  private filter: ViewFilter = { resident: null, staff: null, day: null };
  private turn = 0;

  readonly views = this.shown.asReadonly();
  readonly status = this.state.asReadonly();
  readonly nextCursor = this.following.asReadonly();

  /** open starts again from the newest view. */
  async open(filter: ViewFilter): Promise<void> {
    this.filter = filter;
    this.turn += 1;
    this.shown.set([]);
    this.following.set(null);
    await this.read(null);
  }

  /** more reads the next page. */
  async more(): Promise<void> {
    const cursor = this.following();
    if (cursor !== null && this.state() !== 'reading') await this.read(cursor);
  }

  private async read(cursor: string | null): Promise<void> {
    const { turn } = this;
    const { resident: residentId, staff: actorId, day } = this.filter;
    const [from, to] = day === null ? [null, null] : [tokyoTime(day, '00:00'), tokyoTime(addDays(day, 1), '00:00')];
    this.state.set('reading');
    const query = { log: 'access', type: 'resident.viewed', residentId, actorId, from, to, cursor, limit: PAGE };
    const asked = await this.api.ask(listEntries, { query });
    if (turn !== this.turn) return;
    if (asked.kind !== 'done') {
      this.state.set('failed');
      return;
    }
    const { entries, nextCursor } = asked.answer;
    this.shown.update((before) => [...before, ...entries]);
    this.following.set(nextCursor);
    this.state.set('read');
  }
}

/** screenOf is on which screen somebody looked; null for an entry that this program cannot read. */
export function screenOf(entry: Entry): string | null {
  return factsOf(entry, 'resident.viewed')?.screen ?? null;
}
