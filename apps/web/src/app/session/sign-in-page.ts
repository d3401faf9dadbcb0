import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';

import { Banner } from '../ui/banner';
import { OtherLanguages } from '../layout/other-languages';
import { Speech } from '../ui/speech';
import { Tablet } from '../tablet/tablet';
import { TabletDoor } from '../tablet/tablet-door';
import { Session } from './session';
import { SignInForm } from './sign-in-form';

/** SignInPage is the door. It goes back to where the person wanted to go. */
@Component({
  selector: 'az-sign-in-page',
  imports: [Banner, OtherLanguages, RouterLink, SignInForm, TabletDoor],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <main>
      <div class="brand">
        <img src="/favicon.svg" alt="" width="56" height="56" />
        <span>{{ speech.say('shell.app') }}</span>
      </div>
      <div class="card" [class.wide]="tablet.current()">
        <h1>{{ speech.say('session.title') }}</h1>
        @if (session.lapsed()) {
          <az-banner tone="info" [body]="speech.say('session.ended')" />
        }
        @if (tablet.current(); as here) {
          @defer (on immediate) {
            <az-tablet-door [tablet]="here" (done)="enter()" />
          }
        } @else {
          <az-sign-in-form [action]="speech.say('session.signIn')" (done)="enter()" />
        }
      </div>
      <p class="foot">
        <a routerLink="/promise">{{ speech.say('session.promise') }}</a>
        @if (!tablet.current()) {
          <a routerLink="/enrol">{{ speech.say('session.enrol') }}</a>
        }
        <az-other-languages />
      </p>
    </main>
  `,
  styleUrl: './sign-in-page.scss',
})
export class SignInPage {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  private readonly router = inject(Router);
  /** then is where to go after signing in; only paths of this app are followed. */
  readonly then = input<string>();

  protected readonly tablet = inject(Tablet);

  constructor() {
    void this.tablet.learn();
  }

  protected enter(): void {
    const then = this.then();
    const safe = then !== undefined && /^\/(?!\/)/.test(then) && !then.startsWith('/sign-in');
    void this.router.navigateByUrl(safe ? then : '/today');
  }
}
