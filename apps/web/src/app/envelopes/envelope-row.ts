import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { markEnvelope } from '@azukari/contract';
import { ENVELOPE_SENDERS } from '@azukari/domain';

import { Session } from '../session/session';
import { Choices } from '../ui/choices';
import { commandOf } from '../ui/command';
import { Icon } from '../ui/icon';
import { KindShapeDrawing } from '../ui/kind-shape';
import { DayPipe } from '../ui/moment-pipes';
import { Outcome } from '../ui/outcome';
import type { Receipt } from '../ui/receipts';
import { Speech } from '../ui/speech';
import { StateChip } from '../ui/state-chip';
import type { Envelope } from './envelope';
import { OpeningForm } from './opening-form';

/** EnvelopeRow is one envelope: whose, from whom, since when, and whether it is handed on closed or may be opened. */
@Component({
  selector: 'az-envelope-row',
  imports: [Choices, DayPipe, Icon, KindShapeDrawing, OpeningForm, Outcome, RouterLink, StateChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './envelope-row.html',
  styleUrl: './envelope-row.scss',
})
export class EnvelopeRow {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  readonly envelope = input.required<Envelope>();
  readonly done = output<Receipt>();

  protected readonly senders = ENVELOPE_SENDERS;
  protected readonly doing = signal<'mark' | 'open' | null>(null);
  protected readonly marking = commandOf(markEnvelope, ({ receipt }) => {
    this.doing.set(null);
    this.done.emit(receipt);
  });

  protected readonly who = computed(() => {
    const { resident } = this.envelope();
    return resident === null ? this.speech.say('words.nobody') : this.speech.person(resident.name);
  });
  protected readonly from = computed(() => {
    const { from } = this.envelope();
    return from === null ? this.speech.say('envelopes.fromUnknown') : this.speech.word('envelopeSender', from);
  });
  protected readonly expected = computed(() =>
    this.envelope()
      .expected.map((kind) => this.speech.word('kind', kind))
      .join(this.speech.say('words.join')),
  );
  protected readonly mayOpen = computed(() => {
    const { obstacle, at, resident } = this.envelope();
    return obstacle === null && at === 'stored' && resident !== null && this.session.may('take-in');
  });

  protected toggle(task: 'mark' | 'open'): void {
    this.doing.update((before) => (before === task ? null : task));
    this.marking.forget();
  }

  protected async mark(from: (typeof ENVELOPE_SENDERS)[number]): Promise<void> {
    const { id, expected } = this.envelope();
    const order = { from, expected: expected.length === 0 ? null : [...expected] };
    await this.marking.send(order, { path: { id } });
  }
}
