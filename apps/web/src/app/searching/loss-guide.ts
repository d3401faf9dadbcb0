import type { ComponentType } from '@angular/cdk/portal';
import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { noteLossStep, reopenLoss } from '@azukari/contract';
import { hoursSince, type LossStep } from '@azukari/domain';
import { firstValueFrom } from 'rxjs';

import { searching } from '../../i18n/ja/searching';
import { Session } from '../session/session';
import { Clock } from '../ui/clock';
import { commandOf } from '../ui/command';
import { Icon } from '../ui/icon';
import { bringWords } from '../ui/manners';
import { Outcome } from '../ui/outcome';
import { PaperButton } from '../ui/paper-button';
import { Speech } from '../ui/speech';
import type { Loss, StepAsked } from './loss-step-dialog';

/** LossGuide is what to do about a loss, step by step, with who did what and when, and the time that has passed. */
@Component({
  selector: 'az-loss-guide',
  imports: [Icon, Outcome, PaperButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './loss-guide.html',
  styleUrl: './loss-guide.scss',
})
export class LossGuide {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  private readonly clock = inject(Clock);
  private readonly dialog = inject(MatDialog);
  readonly loss = input.required<Loss>();
  readonly changed = output();

  protected readonly noting = commandOf(noteLossStep, () => this.changed.emit());
  protected readonly reopening = commandOf(reopenLoss, () => this.changed.emit());
  protected readonly mayNote = computed(() => this.session.may('search'));
  protected readonly hours = computed(() => hoursSince(this.loss().noticedAt, this.clock.now()));
  protected readonly settled = computed(() => this.loss().steps.filter(({ settled }) => settled).length);
  protected readonly closedByHand = computed(() => !['found', 'ended'].includes(this.loss().ending?.as ?? 'found'));
  protected readonly paper = computed(() => ({ losses: [this.loss().seq] }));

  constructor() {
    bringWords({ searching });
  }

  protected async note(step: LossStep, answer: 'not-needed' | 'not-done'): Promise<void> {
    await this.noting.send({ seq: this.loss().seq, step, answer });
  }

  protected async tick(step: LossStep): Promise<void> {
    const { LossStepDialog } = await import('./loss-step-dialog');
    await this.ask(LossStepDialog, { seq: this.loss().seq, step } satisfies StepAsked);
  }

  protected async describe(): Promise<void> {
    const { DescribeLossDialog } = await import('./describe-loss-dialog');
    await this.ask(DescribeLossDialog, this.loss());
  }

  protected async explain(): Promise<void> {
    const { ExplainLossDialog } = await import('./explain-loss-dialog');
    await this.ask(ExplainLossDialog, this.loss());
  }

  protected async close(): Promise<void> {
    const { CloseLossDialog } = await import('./close-loss-dialog');
    await this.ask(CloseLossDialog, this.loss());
  }

  protected async reopen(): Promise<void> {
    await this.reopening.send({ seq: this.loss().seq });
  }

  private async ask(dialog: ComponentType<unknown>, data: Loss | StepAsked): Promise<void> {
    const ref = this.dialog.open<unknown, Loss | StepAsked, boolean>(dialog, { data, width: '600px' });
    if ((await firstValueFrom(ref.afterClosed())) === true) this.changed.emit();
  }
}
