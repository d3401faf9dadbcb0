import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { NEW_PASSWORD_MIN } from '@azukari/contract';

import type { Sent } from '../ui/api';
import { Banner } from '../ui/banner';
import { Field } from '../ui/field';
import { formTexts } from '../ui/form-texts';
import { issueText } from '../ui/issue-text';
import { Outcome } from '../ui/outcome';
import { Speech } from '../ui/speech';
import { FactorField } from './factor-field';
import { passkeysHere, Session } from './session';

/** SignInForm asks for a sign-in name and a password, on the page and in 交代 alike; then, where it is wanted, for the password to come or a second factor. */
@Component({
  selector: 'az-sign-in-form',
  imports: [Banner, FactorField, Field, Outcome],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './sign-in-form.html',
  styles: `
    [hidden] {
      display: none;
    }
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
  /** person is whose name tile was pressed on a shared tablet; no name is asked then. */
  readonly person = input<{ readonly id: string; readonly name: string } | null>(null);
  readonly done = output();
  private readonly password = viewChild.required<ElementRef<HTMLInputElement>>('password');

  protected readonly least = NEW_PASSWORD_MIN;
  protected readonly passkeys = passkeysHere();
  /** choosing is true once a one-time code fitted. */
  protected readonly choosing = signal(false);
  /** coding is true once the password fitted and a second factor is wanted. */
  protected readonly coding = signal(false);
  protected readonly shown = signal(false);
  protected readonly busy = signal(false);
  protected readonly ended = signal<Sent<unknown> | null>(null);

  constructor() {
    afterNextRender(() => {
      if (this.person()) this.password().nativeElement.focus();
    });
  }

  protected async signIn(event: Event): Promise<void> {
    const form = formTexts(event);
    const person = this.person();
    const shown = {
      password: form.text('password'),
      ...(this.choosing() && { next: form.text('next') }),
      ...(this.coding() && { code: form.text('code') }),
    };
    this.busy.set(true);
    const sent = await (person
      ? this.session.signInAtTablet({ staffId: person.id, ...shown })
      : this.session.signIn({ loginId: form.text('username'), ...shown }));
    this.busy.set(false);
    const wanted = sent.kind === 'refused' ? sent.refusal.kind : null;
    if (wanted === 'password-to-choose') this.choosing.set(true);
    if (wanted === 'factor-wanted') this.coding.set(true);
    this.ended.set(sent.kind === 'done' || wanted === 'password-to-choose' || wanted === 'factor-wanted' ? null : sent);
    if (sent.kind === 'done') this.done.emit();
  }

  protected async usePasskey(): Promise<void> {
    this.busy.set(true);
    const sent = await this.session.signInByPasskey();
    this.busy.set(false);
    this.ended.set(sent?.kind === 'done' ? null : sent);
    if (sent?.kind === 'done') this.done.emit();
  }

  /** nextError is what is wrong with the password to come, said under its field. */
  protected nextError(): string | null {
    const ended = this.ended();
    if (ended?.kind === 'refused' && ended.refusal.kind === 'password-weak')
      return this.speech.say(`refusal.password-weak.${ended.refusal.reason}`);
    return issueText(ended, 'next', this.speech);
  }
}
