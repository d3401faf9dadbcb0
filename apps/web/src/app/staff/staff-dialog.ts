import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { addStaff, type AnswerOf, changeStaff } from '@azukari/contract';
import { ROLES } from '@azukari/domain';

import { Session } from '../session/session';
import { Choices } from '../ui/choices';
import { commandOf } from '../ui/command';
import { DialogForm } from '../ui/dialog-form';
import { Field } from '../ui/field';
import type { FormTexts } from '../ui/form-texts';
import { NameFields } from '../ui/name-fields';
import { Speech } from '../ui/speech';
import { OneTimeCode } from './one-time-code';
import type { Staff } from './staff-list';

/** StaffDialog adds a colleague, and then shows the one-time code; or changes one who is there. */
@Component({
  selector: 'az-staff-dialog',
  imports: [Choices, DialogForm, Field, OneTimeCode, MatDialogModule, NameFields],
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
  protected readonly role = signal<(typeof ROLES)[number]>(this.person?.role ?? 'floor');
  /** added is who came in, with the one-time code; null in it when the answer came only the second time. */
  protected readonly added = signal<AnswerOf<typeof addStaff> | null>(null);
  private readonly adding = commandOf(addStaff, (answer) => this.added.set(answer));
  private readonly changing = commandOf(changeStaff, () => this.dialog.close(true));
  protected readonly saving = this.person === null ? this.adding : this.changing;

  protected nameError(): string | null {
    return this.saving.refusal('name-taken') ? this.speech.say('refusal.name-taken') : this.saving.error('name');
  }

  protected loginError(): string | null {
    return this.adding.refusal('login-taken') ? this.speech.say('refusal.login-taken') : this.adding.error('loginId');
  }

  protected async save(form: FormTexts): Promise<void> {
    const { person } = this;
    const fields = { name: form.text('name'), kana: form.text('kana'), role: this.role() };
    if (person === null) await this.adding.send({ ...fields, loginId: form.text('loginId') });
    else await this.changing.send({ ...fields, version: person.version }, { path: { id: person.id } });
  }
}
