import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  DOCUMENT,
  inject,
  input,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { LetterNeed } from '@azukari/domain';
import { Subject } from 'rxjs';

import { Session } from '../session/session';
import type { Sent } from './api';
import { Icon } from './icon';
import { Outcome } from './outcome';
import { type FormName, Paper, type PaperDraft } from './paper';
import { Speech } from './speech';

/** Where what a paper must say is entered. */
const SETTINGS: Readonly<Record<LetterNeed, string>> = { phone: '/facility', signer: '/facility/notices' };

const SLOW_MS = 4_000;

/** PaperButton makes a form and opens it beside this screen, where it can be printed; the link stays for a browser that opens nothing. */
@Component({
  selector: 'az-paper-button',
  imports: [Icon, Outcome, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <button
      type="button"
      class="az-button"
      [class.az-button--primary]="primary()"
      [class.az-button--floor]="primary()"
      [attr.aria-disabled]="busy() || blocked()"
      (click)="make()"
    >
      <az-icon name="print" />{{ busy() ? speech.say('paper.making') : label() }}
    </button>
    @if (slow()) {
      <button type="button" class="az-button az-button--quiet" (click)="stopped.next()">
        {{ speech.say('paper.stop') }}
      </button>
      <p class="az-soft" role="status">{{ speech.say('paper.slow') }}</p>
    }
    @if (address(); as made) {
      <a class="az-button az-button--quiet" target="_blank" [href]="made"
        ><az-icon name="next" />{{ speech.say('paper.open') }}</a
      >
    }
    <az-outcome [of]="ended()" (again)="make()">
      @if (missing(); as need) {
        <a class="az-button" [routerLink]="SETTINGS[need]">{{ speech.say('paper.enter.' + need) }}</a>
      }
    </az-outcome>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px;
    }
    az-outcome,
    p {
      flex-basis: 100%;
    }
    az-outcome:empty {
      display: none;
    }
  `,
})
export class PaperButton {
  protected readonly speech = inject(Speech);
  private readonly session = inject(Session);
  private readonly paper = inject(Paper);
  private readonly document = inject(DOCUMENT);
  readonly form = input.required<FormName>();
  readonly of = input.required<PaperDraft>();
  readonly label = input.required<string>();
  readonly primary = input(false);
  /** occasion is what a paper tells of that is the same one however often it is printed; null: every time is another. */
  readonly occasion = input<string | null>(null);
  /** blocked keeps a paper from being asked for while what it is made from is not in order. */
  readonly blocked = input(false);

  protected readonly busy = signal(false);
  /** slow says that a paper takes longer than people wait without a word. */
  protected readonly slow = signal(false);
  protected readonly stopped = new Subject<void>();
  private readonly made = signal<{ readonly of: PaperDraft; readonly address: string } | null>(null);
  /** A paper that was made from something else than what is asked for now is not offered. */
  protected readonly address = computed(() => {
    const made = this.made();
    return made?.of === this.of() ? made.address : null;
  });
  protected readonly ended = signal<Sent<unknown> | null>(null);

  /** missing is the first setting without which this paper is not made. */
  protected readonly missing = computed(() => {
    const ended = this.ended();
    if (ended?.kind !== 'refused' || ended.refusal.kind !== 'letter-incomplete') return null;
    return this.session.may('read-settings') ? ended.refusal.missing : null;
  });
  protected readonly SETTINGS = SETTINGS;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.release());
  }

  protected async make(): Promise<void> {
    if (this.busy() || this.blocked()) return;
    this.busy.set(true);
    this.ended.set(null);
    // A window may only be opened while the finger is down; it waits for its PDF.
    const beside = this.document.defaultView?.open('', '_blank') ?? null;
    if (beside) beside.document.body.textContent = this.speech.plain('paper.making');
    const soon = setTimeout(() => this.slow.set(true), SLOW_MS);
    const of = this.of();
    const sent = await this.paper.issue(this.form(), of, { stopped: this.stopped, occasion: this.occasion() });
    clearTimeout(soon);
    this.slow.set(false);
    this.busy.set(false);
    if (sent?.kind !== 'done') {
      beside?.close();
      this.ended.set(sent);
      return;
    }
    this.release();
    const address = URL.createObjectURL(sent.answer);
    this.made.set({ of, address });
    if (beside) beside.location.href = address;
  }

  private release(): void {
    const made = this.made();
    if (made !== null) URL.revokeObjectURL(made.address);
  }
}
