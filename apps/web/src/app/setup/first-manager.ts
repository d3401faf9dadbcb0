import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  inject,
  Injector,
  signal,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type DraftOf, NEW_PASSWORD_MIN, setUp } from '@azukari/contract';

import { Session, type SignedIn } from '../session/session';
import { Api, type Sent } from '../ui/api';
import { Field } from '../ui/field';
import { formTexts } from '../ui/form-texts';
import { Icon } from '../ui/icon';
import { issueText } from '../ui/issue-text';
import { NameFields } from '../ui/name-fields';
import { Outcome } from '../ui/outcome';
import { Speech } from '../ui/speech';

/** FirstManager is the first step: the code from the server's console, the facility's name, and its first manager. */
@Component({
  selector: 'az-first-manager',
  imports: [Field, Icon, NameFields, Outcome, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './first-manager.html',
  styleUrl: './first-manager.scss',
})
export class FirstManager {
  protected readonly speech = inject(Speech);
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  protected readonly least = NEW_PASSWORD_MIN;
  protected readonly shown = signal(false);
  protected readonly busy = signal(false);
  protected readonly ended = signal<Sent<SignedIn> | null>(null);
  private draft: DraftOf<typeof setUp> | null = null;

  protected async make(event: Event): Promise<void> {
    const form = formTexts(event);
    this.draft = {
      code: form.text('code'),
      facilityName: form.text('facilityName'),
      manager: {
        name: form.text('name'),
        kana: form.text('kana'),
        loginId: form.text('loginId'),
        password: form.text('password'),
      },
    };
    await this.makeAgain();
  }

  /** A set-up can happen only once: sent again after a lost answer, it says that it is done. */
  protected async makeAgain(): Promise<void> {
    if (this.draft === null || this.busy()) return;
    this.busy.set(true);
    const sent = await this.api.send(setUp, this.draft);
    this.busy.set(false);
    this.ended.set(sent.kind === 'done' ? null : sent);
    if (sent.kind !== 'done') {
      this.focusFirstError();
      return;
    }
    this.session.begin(sent.answer);
    await this.router.navigateByUrl('/setup/storages');
  }

  /** error is the sentence under a field, also where the answer was a refusal about just this field. */
  protected error(path: string): string | null {
    const ended = this.ended();
    if (ended?.kind === 'refused') {
      const { refusal } = ended;
      if (refusal.kind === 'password-weak' && path === 'manager.password')
        return this.speech.say(`refusal.password-weak.${refusal.reason}`);
      if (refusal.kind === 'set-up-code-wrong' && path === 'code') return this.speech.say('refusal.set-up-code-wrong');
      if (refusal.kind === 'forbidden-text' && path === refusal.field)
        return this.speech.say(`shell.issue.forbidden:${refusal.reason}`);
      if (refusal.kind === 'login-taken' && path === 'manager.loginId') return this.speech.say('refusal.login-taken');
      return null;
    }
    return issueText(ended, path, this.speech);
  }

  protected isDone(): boolean {
    const ended = this.ended();
    return ended?.kind === 'refused' && ended.refusal.kind === 'set-up-done';
  }

  private focusFirstError(): void {
    afterNextRender(() => this.host.nativeElement.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), {
      injector: this.injector,
    });
  }
}
