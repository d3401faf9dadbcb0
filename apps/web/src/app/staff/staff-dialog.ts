import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { addStaff, changeStaff } from '@azukari/contract';
import { ROLES } from '@azukari/domain';

import { Session } from '../session/session';
import { Field } from '../ui/field';
import { formCommandOf } from '../ui/form-command';
import { formTexts } from '../ui/form-texts';
import { NameFields } from '../ui/name-fields';
import { Outcome } from '../ui/outcome';
import { Speech } from '../ui/speech';
import { FirstPassword } from './first-password';
import type { Staff } from './staff-list';

/** StaffDialog adds a colleague, and then shows the first password once; or changes one who is there. */
@Component({
  selector: 'az-staff-dialog',
  imports: [Field, FirstPassword, MatDialogModule, NameFields, Outcome],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './staff-dialog.html',
  styleUrl: '../ui/dialog-form.scss',
})
export class StaffDialog {
  protected readonly speech = inject(Speech);
  private readonly session = inject(Session);
  protected readonly person = inject<Staff | null>(MAT_DIALOG_DATA);
  protected readonly dialog = inject<MatDialogRef<StaffDialog, boolean>>(MatDialogRef);
  protected readonly roles = ROLES.filter(
    (role) => role !== 'manager' || this.session.may('appoint') || this.person?.role === role,
  );
  protected readonly mine = this.person?.id === this.session.staff()?.id;
  protected readonly adding = formCommandOf(addStaff);
  protected readonly changing = formCommandOf(changeStaff);
  protected readonly ended = computed(() => this.adding.ended() ?? this.changing.ended());
  protected readonly locked = computed(() => this.adding.locked() || this.changing.locked());
  /** added is who came in, with the first password; null in it when the answer came only the second time. */
  protected readonly added = signal<{ readonly staff: Staff; readonly firstPassword: string | null } | null>(null);

  protected issue(path: string): string | null {
    const ended = this.adding.ended();
    if (path === 'loginId' && ended?.kind === 'refused' && ended.refusal.kind === 'login-taken')
      return this.speech.say('refusal.login-taken');
    return this.adding.issue(path) ?? this.changing.issue(path);
  }

  protected async save(event: Event): Promise<void> {
    const form = formTexts(event);
    const { person } = this;
    const role = ROLES.find((code) => code === form.text('role')) ?? person?.role ?? 'floor';
    const fields = { name: form.text('name'), kana: form.text('kana'), role };
    if (person === null) {
      this.added.set(await this.adding.send({ ...fields, loginId: form.text('loginId') }));
      return;
    }
    const saved = await this.changing.send({ ...fields, version: person.version }, { path: { id: person.id } });
    if (saved !== null) this.dialog.close(true);
  }

  protected async saveAgain(): Promise<void> {
    if (this.person === null) this.added.set(await this.adding.again());
    else if ((await this.changing.again()) !== null) this.dialog.close(true);
  }
}
