import { ChangeDetectionStrategy, Component, computed, inject, Injector, output, signal } from '@angular/core';
import { findReminder } from '@azukari/contract';

import { Api, type Asked } from '../ui/api';
import { Banner } from '../ui/banner';
import { goToFirstError } from '../ui/first-error';
import { Icon } from '../ui/icon';
import { Outcome } from '../ui/outcome';
import { Speech } from '../ui/speech';
import { TextField } from '../ui/text-field';
import type { Notice } from './notice';
import { NoticeRow } from './notice-row';
import type { Done } from './task-row';

/** FindByCode finds a notice by the code on a letter or in a mail, so that what came back by telephone or post is entered with it. */
@Component({
  selector: 'az-find-by-code',
  imports: [Banner, Icon, NoticeRow, Outcome, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form novalidate role="search" (submit)="$event.preventDefault(); find()">
      <az-text-field name="reply-code" [label]="speech.say('notice.find.label')" [error]="error()" [(text)]="code" />
      <button type="submit" class="az-button az-button--floor">
        <az-icon name="magnifier" />{{ speech.say('notice.find.submit') }}
      </button>
    </form>
    @if (found(); as notice) {
      <div class="found"><az-notice-row [notice]="notice" (changed)="finish($event)" /></div>
    } @else if (unknown()) {
      <az-banner [body]="speech.say('notice.find.unknown')" />
    } @else {
      <az-outcome [of]="ended()" (again)="find()" />
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 10px;
    }
    form {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      gap: 8px;
    }
    az-text-field {
      flex: 0 1 18rem;
    }
    .found {
      border: 1px solid var(--az-line);
      border-radius: var(--az-radius);
      background: var(--az-surface);
    }
  `,
})
export class FindByCode {
  protected readonly speech = inject(Speech);
  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  readonly changed = output<Done>();

  protected readonly code = signal('');
  private readonly empty = signal(false);
  protected readonly error = computed(() => (this.empty() ? this.speech.say('notice.find.empty') : null));
  protected readonly found = signal<Notice | null>(null);
  protected readonly unknown = signal(false);
  protected readonly ended = signal<Asked<unknown> | null>(null);

  protected async find(): Promise<void> {
    const code = this.code().trim();
    this.empty.set(code === '');
    if (code === '') {
      this.found.set(null);
      this.unknown.set(false);
      this.ended.set(null);
      goToFirstError(this.injector);
      return;
    }
    const asked = await this.api.ask(findReminder, { query: { code } });
    this.found.set(asked.kind === 'done' ? asked.answer.notice : null);
    this.unknown.set(asked.kind === 'refused' && asked.refusal.kind === 'not-found');
    this.ended.set(asked.kind === 'done' ? null : asked);
  }

  protected finish(done: Done): void {
    this.found.set(null);
    this.code.set('');
    this.changed.emit(done);
  }
}
