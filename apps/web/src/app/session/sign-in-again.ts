import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { signInAgain, signInAgainByPasskey } from '@azukari/contract';

import { Api, type Sent } from '../ui/api';
import { Field } from '../ui/field';
import { formTexts } from '../ui/form-texts';
import { Icon } from '../ui/icon';
import { Outcome } from '../ui/outcome';
import { Speech } from '../ui/speech';
import { FactorField } from './factor-field';
import { passkeysHere, Session } from './session';

/** SignInAgain asks who is signed in to show once more who she is, before what takes a fresh sign-in. */
@Component({
  selector: 'az-sign-in-again',
  imports: [FactorField, Field, Icon, Outcome],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form class="az-boxed az-stack" novalidate (submit)="confirm($event)">
      <h2>{{ title() }}</h2>
      <p>{{ lead() }}</p>
      <az-field [label]="speech.say('session.password')" for="own-password">
        <input class="az-input" id="own-password" name="password" type="password" autocomplete="current-password" />
      </az-field>
      @if (wantsCode()) {
        <az-factor-field />
      }
      <az-outcome [of]="ended()" />
      <button type="submit" class="az-button az-button--primary az-button--floor" [disabled]="busy()">
        <az-icon name="lock" />{{ action() }}
      </button>
      @if (passkeys) {
        <button type="button" class="az-button" [disabled]="busy()" (click)="usePasskey()">
          {{ speech.say('session.passkeyAgain') }}
        </button>
      }
    </form>
  `,
})
export class SignInAgain {
  protected readonly speech = inject(Speech);
  private readonly session = inject(Session);
  private readonly api = inject(Api);
  readonly title = input.required<string>();
  readonly lead = input.required<string>();
  readonly action = input.required<string>();
  readonly done = output();
  protected readonly passkeys = passkeysHere();
  protected readonly wantsCode = signal(false);
  protected readonly busy = signal(false);
  protected readonly ended = signal<Sent<unknown> | null>(null);

  protected async confirm(event: Event): Promise<void> {
    const form = formTexts(event);
    if (this.busy()) return;
    this.busy.set(true);
    const shown = { password: form.text('password') };
    const sent = await this.api.send(signInAgain, this.wantsCode() ? { ...shown, code: form.text('code') } : shown);
    this.busy.set(false);
    const wanted = sent.kind === 'refused' && sent.refusal.kind === 'factor-wanted';
    if (wanted) this.wantsCode.set(true);
    this.ended.set(sent.kind === 'done' || wanted ? null : sent);
    if (sent.kind !== 'done') return;
    this.session.begin(sent.answer);
    this.done.emit();
  }

  protected async usePasskey(): Promise<void> {
    this.busy.set(true);
    const sent = await this.session.signInByPasskey(signInAgainByPasskey);
    this.busy.set(false);
    this.ended.set(sent?.kind === 'done' ? null : sent);
    if (sent?.kind === 'done') this.done.emit();
  }
}
