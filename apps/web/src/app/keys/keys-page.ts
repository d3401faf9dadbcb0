import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { type AnswerOf, handOverKey, readKeys, setKeys } from '@azukari/contract';
import { keptTooLong, LONGEST_SHIFT_HOURS } from '@azukari/domain';

import { keyring } from '../../i18n/ja/keyring';
import { bringWords } from '../ui/manners';
import { Session } from '../session/session';
import { Api } from '../ui/api';
import { Board } from '../ui/board';
import { Clock } from '../ui/clock';
import { commandOf } from '../ui/command';
import { EmptyState } from '../ui/empty-state';
import { Field } from '../ui/field';
import { following } from '../ui/following';
import { valueOf } from '../ui/form-texts';
import { Icon } from '../ui/icon';
import { momentOf } from '../ui/moment-of';
import { MomentPipe } from '../ui/moment-pipes';
import { Outcome } from '../ui/outcome';
import { PageHeading } from '../ui/page-heading';
import { Receipts } from '../ui/receipts';
import { Speech } from '../ui/speech';
import { Unread } from '../ui/unread';

type Key = AnswerOf<typeof readKeys>['keys'][number];

/** KeysPage is 鍵: who has the key of which locker, handed over by pressing the key and then who receives it. */
@Component({
  selector: 'az-keys-page',
  imports: [EmptyState, Field, Icon, MomentPipe, Outcome, PageHeading, Unread],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './keys-page.html',
  styleUrl: './keys-page.scss',
})
export class KeysPage {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  protected readonly clock = inject(Clock);
  private readonly board = inject(Board);
  private readonly receipts = inject(Receipts);
  protected readonly read = inject(Api).read(readKeys);

  protected readonly hours = LONGEST_SHIFT_HOURS;
  protected readonly mayHand = computed(() => this.session.may('hold-keys'));
  protected readonly mayKeep = computed(() => this.session.may('keep-settings'));
  /** chosen is the locker whose key was pressed. */
  protected readonly chosen = signal<string | null>(null);
  protected readonly late = signal(false);
  protected readonly lateDay = signal('');
  protected readonly lateTime = signal('');
  /** receivers are who may be given a key, oneself first. */
  protected readonly receivers = computed(() => {
    const me = this.session.staff()?.id;
    const all = this.read.hasValue() ? this.read.value().receivers : [];
    return [...all].sort((one, other) => Number(other.id === me) - Number(one.id === me));
  });
  protected readonly handing = commandOf(handOverKey, ({ receipt, keys }) => {
    this.receipts.show('key', receipt);
    this.read.set(keys);
    this.close();
  });
  protected readonly setting = commandOf(setKeys, (keys) => {
    this.read.set(keys);
    return this.board.refresh();
  });
  protected readonly valueOf = valueOf;

  constructor() {
    bringWords({ keyring });
    following(this.read);
  }

  protected isMe({ id }: { readonly id: string }): boolean {
    return this.session.staff()?.id === id;
  }

  protected tooLong({ holder, since }: Key): boolean {
    return holder !== null && since !== null && keptTooLong(since, this.clock.now());
  }

  protected press({ locker }: Key): void {
    const open = this.chosen() === locker.id;
    this.close();
    this.chosen.set(open ? null : locker.id);
  }

  protected tellLate(): void {
    this.late.update((late) => !late);
    this.lateDay.set(this.clock.today());
    this.lateTime.set('');
  }

  protected async give({ locker, holder }: Key, to: string | null): Promise<void> {
    // What is incomplete is sent as it is: the answer names the field.
    const at = this.late() ? (momentOf(this.lateDay(), this.lateTime()) ?? '') : null;
    const given = await this.handing.send({ from: holder?.id ?? null, to, at }, { path: { id: locker.id } });
    if (!given) this.read.reload();
  }

  private close(): void {
    this.chosen.set(null);
    this.late.set(false);
    this.handing.forget();
  }
}
