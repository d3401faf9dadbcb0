import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { amendEntry } from '@azukari/contract';
import {
  AMEND_REASONS,
  type CalendarDay,
  dayInTokyo,
  type Instant,
  isCalendarDay,
  PURPOSES,
  tokyoTime,
} from '@azukari/domain';

import { Choices } from '../ui/choices';
import { Clock } from '../ui/clock';
import { commandOf, type Order } from '../ui/command';
import { DialogForm } from '../ui/dialog-form';
import { Field } from '../ui/field';
import { formatTime } from '../ui/format';
import type { FormTexts } from '../ui/form-texts';
import { TextField } from '../ui/text-field';
import { Icon } from '../ui/icon';
import { Receipts } from '../ui/receipts';
import { correctable, type Correctable, type Entry } from '../ui/record/entry';
import { Speech } from '../ui/speech';

type Replaced = Pick<Order<typeof amendEntry>, Correctable>;

/** AmendDialog is 訂正する: only what may be replaced is offered, with a reason; the item does not move. */
@Component({
  selector: 'az-amend-dialog',
  imports: [Choices, DialogForm, Field, Icon, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './amend-dialog.html',
  styleUrl: '../ui/dialog-form.scss',
  styles: `
    .wrong {
      display: flex;
      align-items: center;
      gap: 6px;
      color: var(--az-red);
      font-weight: 700;
    }
  `,
})
export class AmendDialog {
  protected readonly speech = inject(Speech);
  private readonly receipts = inject(Receipts);
  private readonly clock = inject(Clock);
  private readonly entry = inject<Entry>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<AmendDialog, boolean>>(MatDialogRef);
  protected readonly fields = correctable(this.entry);
  protected readonly purposes = PURPOSES;
  protected readonly reasons = AMEND_REASONS;
  protected readonly reason = signal<(typeof AMEND_REASONS)[number]>(AMEND_REASONS[0]);
  protected readonly explanation = signal('');
  protected readonly amending = commandOf(amendEntry, ({ receipt }) => {
    this.receipts.show('recorded', receipt);
    this.dialog.close(true);
  });
  protected readonly chosen = signal<readonly Correctable[]>(this.fields.length === 1 ? this.fields : []);
  protected readonly noneChosen = signal(false);
  private readonly dueWas = typeof this.entry.facts['dueBackAt'] === 'string' ? this.entry.facts['dueBackAt'] : null;
  protected readonly noDue = signal(this.dueWas === null);
  protected readonly moments = {
    dueBackAt: partsOf(this.dueWas ?? this.clock.now()),
    occurredAt: partsOf(this.entry.occurredAt ?? this.entry.recordedAt),
  };

  protected textOf(field: Correctable): string {
    return this.entry.private[field] ?? '';
  }

  protected purposeWas(): unknown {
    return this.entry.facts['purpose'];
  }

  protected isText(field: Correctable): boolean {
    return field !== 'dueBackAt' && field !== 'occurredAt' && field !== 'purpose';
  }

  protected toggle(field: Correctable): void {
    this.chosen.update((fields) =>
      fields.includes(field) ? fields.filter((one) => one !== field) : [...fields, field],
    );
    this.noneChosen.set(false);
  }

  protected async amend(form: FormTexts): Promise<void> {
    this.noneChosen.set(this.chosen().length === 0);
    if (this.noneChosen()) return;
    const why = { reason: this.reason(), explanation: this.explanation() };
    await this.amending.send({ seq: this.entry.seq, ...why, ...this.replaced(form) });
  }

  private replaced(form: FormTexts): Replaced {
    const fields = this.chosen();
    const dueBackAt = this.noDue() ? null : momentIn(form, 'dueBackAt');
    const purpose = PURPOSES.find((code) => code === form.text('purpose'));
    return {
      ...(fields.includes('dueBackAt') ? { dueBackAt } : {}),
      ...(fields.includes('occurredAt') ? { occurredAt: momentIn(form, 'occurredAt') } : {}),
      ...(fields.includes('purpose') && purpose ? { purpose } : {}),
      ...(fields.includes('destination') ? { destination: form.text('destination') } : {}),
      ...(fields.includes('holderName') ? { holderName: form.text('holderName') } : {}),
      ...(fields.includes('receiverName') ? { receiverName: form.text('receiverName') } : {}),
      ...(fields.includes('note') ? { note: form.text('note') } : {}),
    };
  }
}

function partsOf(at: Instant): { readonly day: CalendarDay; readonly clock: string } {
  return { day: dayInTokyo(at), clock: formatTime(at) };
}

function momentIn(form: FormTexts, field: string): Instant | null {
  const day = form.text(`${field}Day`);
  return isCalendarDay(day) ? tokyoTime(day, form.text(`${field}Clock`) || '00:00') : null;
}
