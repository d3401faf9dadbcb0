import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { registerResident } from '@azukari/contract';

import { commandOf } from '../ui/command';
import { FormEnd } from '../ui/form-end';
import { Icon } from '../ui/icon';
import { Outcome } from '../ui/outcome';
import { PageHeading } from '../ui/page-heading';
import { NOBODY_YET, ResidentForm } from '../ui/resident-form';
import { Speech } from '../ui/speech';

/** NewResidentPage registers one resident and goes on to her page. */
@Component({
  selector: 'az-new-resident-page',
  imports: [FormEnd, Icon, Outcome, PageHeading, ResidentForm, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form class="az-page az-page--narrow" novalidate (submit)="$event.preventDefault(); register()">
      <az-page-heading [title]="speech.say('residents.newTitle')" />
      <az-resident-form [(draft)]="draft" [error]="error" />
      <az-form-end>
        <az-outcome [of]="registering.ended()" (again)="registering.again()" />
        <a class="az-button" routerLink="/residents">{{ speech.say('shell.cancel') }}</a>
        <button
          type="submit"
          class="az-button az-button--primary az-button--big"
          [attr.aria-disabled]="registering.locked()"
        >
          <az-icon name="check" />{{ speech.say('residents.register') }}
        </button>
      </az-form-end>
    </form>
  `,
})
export class NewResidentPage {
  protected readonly speech = inject(Speech);
  private readonly router = inject(Router);
  protected readonly draft = signal(NOBODY_YET);
  protected readonly registering = commandOf(registerResident, ({ id }) => this.router.navigate(['/residents', id]));
  protected readonly error = (field: string): string | null => this.registering.error(field);

  protected async register(): Promise<void> {
    await this.registering.send(this.draft());
  }
}
