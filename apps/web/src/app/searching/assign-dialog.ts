import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { assignItem } from '@azukari/contract';

import { ChosenResident } from '../ui/chosen-resident';
import { formCommandOf } from '../ui/form-command';
import type { Item } from '../ui/item-state';
import { ItemTile } from '../ui/item-tile';
import { Outcome } from '../ui/outcome';
import { Receipts } from '../ui/receipts';
import { ResidentFinder } from '../ui/resident-finder';
import type { ResidentBrief } from '../ui/resident-tile';
import { Speech } from '../ui/speech';

/** AssignDialog writes down whose a found item is; it closes with that resident. */
@Component({
  selector: 'az-assign-dialog',
  imports: [ChosenResident, ItemTile, MatDialogModule, Outcome, ResidentFinder],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 mat-dialog-title>{{ speech.say('searching.assign.title') }}</h2>
    <form (submit)="assign($event)">
      <mat-dialog-content class="az-stack">
        <p>{{ speech.say('searching.assign.lead') }}</p>
        <az-item-tile [item]="item" />
        @if (resident(); as person) {
          <az-chosen-resident [resident]="person" (again)="choose(null)" />
        } @else {
          <az-resident-finder (choose)="choose($event)" />
        }
        <az-outcome [of]="sending.ended()" (again)="assignAgain()" />
      </mat-dialog-content>
      <mat-dialog-actions>
        <button type="button" class="az-button az-button--floor" mat-dialog-close>
          {{ speech.say('searching.assign.notYet') }}
        </button>
        <button
          type="submit"
          class="az-button az-button--primary az-button--floor"
          [disabled]="resident() === null || sending.locked()"
        >
          {{ submitWords() }}
        </button>
      </mat-dialog-actions>
    </form>
  `,
  styleUrl: '../ui/dialog-form.scss',
})
export class AssignDialog {
  protected readonly speech = inject(Speech);
  private readonly receipts = inject(Receipts);
  protected readonly item = inject<Item>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<AssignDialog, ResidentBrief>>(MatDialogRef);
  protected readonly sending = formCommandOf(assignItem);
  protected readonly resident = signal<ResidentBrief | null>(null);

  protected submitWords(): string {
    const resident = this.resident();
    return resident === null
      ? this.speech.say('searching.assign.choose')
      : this.speech.say('searching.assign.submit', { name: this.speech.person(resident.name) });
  }

  /** While an order is not confirmed its resident stays: sending again means the very same one. */
  protected choose(resident: ResidentBrief | null): void {
    if (this.sending.locked()) return;
    this.resident.set(resident);
    this.sending.forget();
  }

  protected async assign(event: Event): Promise<void> {
    event.preventDefault();
    const resident = this.resident();
    if (resident === null) return;
    await this.finish(this.sending.send({ residentId: resident.id }, { path: { id: this.item.id } }));
  }

  protected async assignAgain(): Promise<void> {
    await this.finish(this.sending.again());
  }

  private async finish(sent: ReturnType<typeof this.sending.again>): Promise<void> {
    const answer = await sent;
    if (answer === null) return;
    this.receipts.show('recorded', answer.receipt);
    this.dialog.close(answer.item.resident ?? undefined);
  }
}
