import { ChangeDetectionStrategy, Component, inject, input, linkedSignal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { changeResident, readResident } from '@azukari/contract';

import { Api } from '../ui/api';
import { commandOf } from '../ui/command';
import { FormEnd } from '../ui/form-end';
import { Icon } from '../ui/icon';
import { Outcome } from '../ui/outcome';
import { PageHeading } from '../ui/page-heading';
import { NOBODY_YET, type ResidentDraft, ResidentForm } from '../ui/resident-form';
import { Skeleton } from '../ui/skeleton';
import { Speech } from '../ui/speech';

/** ChangeResidentPage corrects what is written of a resident. */
@Component({
  selector: 'az-change-resident-page',
  imports: [FormEnd, Icon, Outcome, PageHeading, ResidentForm, RouterLink, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form class="az-page az-page--narrow" novalidate (submit)="$event.preventDefault(); save()">
      <az-page-heading [title]="speech.say('resident.changeTitle')" [sub]="speech.person(draft().name)" />
      @if (resident.hasValue()) {
        <az-resident-form [(draft)]="draft" [error]="error" />
        <az-form-end>
          <az-outcome [of]="changing.ended()" (again)="changing.again()">
            @if (changing.refusal('stale-version')) {
              <button type="button" class="az-button" (click)="readAgain()">{{ speech.say('shell.reload') }}</button>
            }
          </az-outcome>
          <a class="az-button" [routerLink]="['/residents', id()]">{{ speech.say('shell.cancel') }}</a>
          <button
            type="submit"
            class="az-button az-button--primary az-button--big"
            [attr.aria-disabled]="changing.locked()"
          >
            <az-icon name="check" />{{ speech.say('shell.save') }}
          </button>
        </az-form-end>
      } @else {
        <az-skeleton [rows]="5" />
      }
    </form>
  `,
})
export class ChangeResidentPage {
  protected readonly speech = inject(Speech);
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  readonly id = input.required<string>();

  protected readonly resident = this.api.read(readResident, () => ({ path: { id: this.id() } }));
  protected readonly draft = linkedSignal<ResidentDraft>(() => {
    if (!this.resident.hasValue()) return NOBODY_YET;
    const { name, kana, room, birthDate, admittedOn, note } = this.resident.value();
    return { name, kana, room, birthDate, admittedOn, note: note ?? '' };
  });
  protected readonly changing = commandOf(changeResident, () => this.router.navigate(['/residents', this.id()]));
  protected readonly error = (field: string): string | null => this.changing.error(field);

  protected async save(): Promise<void> {
    if (!this.resident.hasValue()) return;
    const { version } = this.resident.value();
    await this.changing.send({ version, ...this.draft() }, { path: { id: this.id() } });
  }

  protected readAgain(): void {
    this.changing.forget();
    this.resident.reload();
  }
}
