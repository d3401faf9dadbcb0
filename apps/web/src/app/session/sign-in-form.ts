import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';

import type { Sent } from '../ui/api';
import { Banner } from '../ui/banner';
import { Field } from '../ui/field';
import { Outcome } from '../ui/outcome';
import { Speech } from '../ui/speech';
import { Session } from './session';

/** SignInForm asks for a sign-in name and a password, on the page and in 交代 alike. */
@Component({
  selector: 'az-sign-in-form',
  imports: [Banner, Field, Outcome],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form class="az-stack" (submit)="signIn($event, loginId.value, password.value)">
      <az-field [label]="speech.say('session.loginId')" for="login-id">
        <input
          #loginId
          class="az-input"
          id="login-id"
          name="username"
          autocomplete="username"
          autocapitalize="none"
          spellcheck="false"
          required
        />
      </az-field>
      <az-field [label]="speech.say('session.password')" for="password">
        <input
          #password
          class="az-input"
          id="password"
          name="password"
          [type]="shown() ? 'text' : 'password'"
          autocomplete="current-password"
          required
        />
      </az-field>
      <label class="show"
        ><input type="checkbox" (change)="shown.set(!shown())" />{{ speech.say('session.show') }}</label
      >
      @if (ended()?.kind === 'unconfirmed') {
        <az-banner tone="waiting" [body]="speech.say('session.unreachable')" />
      } @else {
        <az-outcome [of]="ended()" [refusedAs]="speech.say('session.refused')" />
      }
      <button type="submit" class="az-button az-button--primary az-button--big" [disabled]="busy()">
        {{ action() }}
      </button>
    </form>
  `,
  styles: `
    .show {
      display: inline-flex;
      align-items: center;
      gap: 10px;
      min-height: var(--az-target);
    }
    .show input {
      width: 22px;
      height: 22px;
      accent-color: var(--az-primary);
    }
  `,
})
export class SignInForm {
  protected readonly speech = inject(Speech);
  private readonly session = inject(Session);
  readonly action = input.required<string>();
  readonly done = output();

  protected readonly shown = signal(false);
  protected readonly busy = signal(false);
  protected readonly ended = signal<Sent<unknown> | null>(null);

  protected async signIn(event: Event, loginId: string, password: string): Promise<void> {
    event.preventDefault();
    this.busy.set(true);
    const sent = await this.session.signIn(loginId, password);
    this.busy.set(false);
    this.ended.set(sent.kind === 'done' ? null : sent);
    if (sent.kind === 'done') this.done.emit();
  }
}
