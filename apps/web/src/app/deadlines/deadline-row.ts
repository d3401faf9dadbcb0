import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type CalendarDay, type DeadlineList, type ItemKind, type Standing, standingOf } from '@azukari/domain';

import { Session } from '../session/session';
import { FindingFacts } from '../ui/finding-facts';
import { FindingWords } from '../ui/finding-words';
import { Icon } from '../ui/icon';
import type { State } from '../ui/item-state';
import { KindShapeDrawing } from '../ui/kind-shape';
import { DayPipe, EraPipe } from '../ui/moment-pipes';
import { Speech } from '../ui/speech';
import { StateChip } from '../ui/state-chip';
import { DeadlineClosing } from './deadline-closing';
import { InsurerChoice } from './insurer-choice';
import type { Deadline } from './deadline';

const CHIPS: Readonly<Partial<Record<Standing, State>>> = {
  unknown: 'unknown',
  ask: 'unknown',
  overdue: 'expired',
  due: 'expiring',
  soon: 'expiring',
};

/** DeadlineRow is one date: whose, of what, what ends, when, how long that is, and on demand why. */
@Component({
  selector: 'az-deadline-row',
  imports: [
    DayPipe,
    DeadlineClosing,
    EraPipe,
    FindingFacts,
    Icon,
    InsurerChoice,
    KindShapeDrawing,
    RouterLink,
    StateChip,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[attr.data-standing]': 'standing()' },
  templateUrl: './deadline-row.html',
  styleUrl: './deadline-row.scss',
})
export class DeadlineRow {
  protected readonly speech = inject(Speech);
  protected readonly words = inject(FindingWords);
  protected readonly session = inject(Session);
  readonly deadline = input.required<Deadline>();
  readonly asOf = input.required<CalendarDay>();
  /** list is the work list on which it stands: each has a next step of its own. */
  readonly list = input<DeadlineList | null>(null);
  /** changed says that the deadline was closed or reopened. */
  readonly changed = output();

  protected readonly open = signal(false);
  protected readonly standing = computed(() => standingOf(this.deadline(), this.asOf()));
  protected readonly item = computed(() => this.speech.item(this.deadline().item.kind, this.deadline().item.label));
  protected readonly what = computed(() => this.speech.word('deadline', this.deadline().kind));
  protected readonly who = computed(() => {
    const { resident } = this.deadline();
    return resident === null ? this.speech.say('words.nobody') : this.speech.person(resident.name, resident.kana);
  });
  protected readonly chip = computed(() => {
    const standing = this.standing();
    const state = CHIPS[standing];
    if (state === undefined) return null;
    const own = standing === 'due' || standing === 'ask';
    return { state, text: own ? this.speech.say(`dating.state.${standing}`) : undefined };
  });
  protected readonly left = computed(() => {
    const { daysLeft } = this.deadline();
    if (daysLeft === null) return null;
    const scale = this.standing() === 'information' ? 'info' : 'left';
    const way = daysLeft === 0 ? 'today' : daysLeft > 0 ? 'ahead' : 'past';
    return this.speech.say(`dating.${scale}.${way}`, { days: Math.abs(daysLeft) });
  });
  protected readonly why = computed(() =>
    this.speech.say(this.deadline().date === null ? 'dating.whyUnknown' : 'dating.why'),
  );
  protected readonly closed = computed(() => {
    const { closed } = this.deadline();
    if (closed === null) return null;
    const reason = this.speech.word('closeReason', closed.reason);
    return this.speech.say('dating.closed', { reason, day: this.speech.day(closed.on) });
  });
  private readonly mayTakeIn = computed(() => this.deadline().resident !== null && this.session.may('take-in'));
  /** A certificate is renewed on the same card: only its date is new. */
  private readonly newDate = computed(() => this.list() !== null && this.deadline().kind === 'certificate-expiry');
  /** enter is whether the date that is missing, or is new, can be entered by this person. */
  protected readonly enter = computed(() => this.mayTakeIn() && (this.standing() === 'unknown' || this.newDate()));
  /** takesIn is the kind of what is taken in next. */
  protected readonly takesIn = computed<ItemKind | null>(() => {
    const list = this.list();
    if (!this.mayTakeIn() || this.newDate()) return null;
    if (list === 'arrival-check') return 'eligibility-certificate';
    return list === 'renewals' || list === 'must-apply' ? this.deadline().item.kind : null;
  });
}
