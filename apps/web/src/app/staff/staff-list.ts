import type { ComponentType } from '@angular/cdk/portal';
import { ChangeDetectionStrategy, Component, inject, input, model, output } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import type { AnswerOf, listStaff } from '@azukari/contract';
import { firstValueFrom } from 'rxjs';

import { Session } from '../session/session';
import { Icon } from '../ui/icon';
import { Speech } from '../ui/speech';

/** Staff is one account as the list tells it. */
export type Staff = AnswerOf<typeof listStaff>['staff'][number];

/** StaffList is 職員: accounts, their roles, and what those who keep accounts may do with them. */
@Component({
  selector: 'az-staff-list',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './staff-list.html',
  styleUrl: './staff-list.scss',
})
export class StaffList {
  protected readonly speech = inject(Speech);
  private readonly dialog = inject(MatDialog);
  private readonly session = inject(Session);
  readonly staff = input.required<readonly Staff[]>();
  readonly mayKeep = input.required<boolean>();
  readonly me = input.required<string>();
  readonly withLeft = model.required<boolean>();
  readonly changed = output();

  /** mayTouch: a manager's account is for managers. */
  protected mayTouch({ leftOn, role }: Staff): boolean {
    return this.mayKeep() && leftOn === null && (role !== 'manager' || this.session.may('appoint'));
  }

  /** mayGiveCode: who gets a code could act as that person, so those who answer for the cards get it from a manager. */
  protected mayGiveCode({ level }: Staff): boolean {
    return (level !== 'deputy' && level !== 'responsible') || this.session.may('appoint');
  }

  protected async add(): Promise<void> {
    const { StaffDialog } = await import('./staff-dialog');
    await this.ask(StaffDialog, null);
  }

  protected async change(person: Staff): Promise<void> {
    const { StaffDialog } = await import('./staff-dialog');
    await this.ask(StaffDialog, person);
  }

  protected async giveCode(person: Staff): Promise<void> {
    const { CodeDialog } = await import('./code-dialog');
    await this.ask(CodeDialog, person);
  }

  protected async leave(person: Staff): Promise<void> {
    const { LeaveDialog } = await import('./leave-dialog');
    await this.ask(LeaveDialog, person);
  }

  /** A dialog with a code is closed by its button only: the code is shown once. */
  private async ask(dialog: ComponentType<unknown>, data: Staff | null): Promise<void> {
    const ref = this.dialog.open<unknown, Staff | null, boolean>(dialog, { data, width: '600px', disableClose: true });
    if ((await firstValueFrom(ref.afterClosed())) === true) this.changed.emit();
  }
}
