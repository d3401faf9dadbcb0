import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import type { readFactors } from '@azukari/contract';
import { addPasskey, type AnswerOf, removePasskey, startPasskey } from '@azukari/contract';

import { Session } from '../session/session';
import { Api, type Sent } from '../ui/api';
import { BoxedForm } from '../ui/boxed-form';
import { commandOf } from '../ui/command';
import { Icon } from '../ui/icon';
import { Outcome } from '../ui/outcome';
import { Speech } from '../ui/speech';
import { TextField } from '../ui/text-field';

type Passkey = AnswerOf<typeof readFactors>['passkeys'][number];

/** PasskeysPanel is パスキー: one's own, by name and last use, with ways to add and to remove one. */
@Component({
  selector: 'az-passkeys-panel',
  imports: [BoxedForm, Icon, Outcome, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="az-card az-stack" aria-labelledby="passkeys">
      <h2 id="passkeys">{{ speech.say('ways.passkey.title') }}</h2>
      <p>{{ speech.say('ways.passkey.what') }}</p>
      @for (one of passkeys(); track one.id) {
        <div class="az-row">
          <strong>{{ one.name }}</strong>
          <span class="az-soft">{{
            one.usedAt === null
              ? speech.say('ways.passkey.unused')
              : speech.say('ways.passkey.used', { moment: speech.moment(one.usedAt) })
          }}</span>
          <button type="button" class="az-button" (click)="removing.set(one)">
            {{ speech.say('ways.passkey.remove', { name: one.name }) }}
          </button>
        </div>
      } @empty {
        <p>
          <strong>{{ speech.say('ways.passkey.none') }}</strong>
        </p>
      }
      @if (removing(); as one) {
        <az-boxed-form
          [command]="giving"
          [submit]="speech.say('ways.passkey.removeIt')"
          (send)="remove(one)"
          (cancelled)="removing.set(null)"
        >
          <p>{{ speech.say('ways.passkey.removeAsk', { name: one.name }) }}</p>
        </az-boxed-form>
      } @else if (naming()) {
        <az-boxed-form
          [command]="adding"
          [submit]="speech.say('ways.passkey.go')"
          (send)="add()"
          (cancelled)="naming.set(false)"
        >
          <az-text-field
            name="passkey-name"
            [label]="speech.say('ways.passkey.name')"
            [hint]="speech.say('ways.passkey.nameHint')"
            [error]="adding.error('name')"
            [(text)]="name"
          />
        </az-boxed-form>
        <az-outcome [of]="asked()" />
      } @else if (here()) {
        <div class="az-row">
          <button type="button" class="az-button az-button--floor" (click)="naming.set(true)">
            <az-icon name="key" />{{ speech.say('ways.passkey.add') }}
          </button>
        </div>
      } @else {
        <p class="az-soft">{{ speech.say('ways.passkey.elsewhere') }}</p>
      }
    </section>
  `,
})
export class PasskeysPanel {
  protected readonly speech = inject(Speech);
  private readonly session = inject(Session);
  private readonly api = inject(Api);
  readonly passkeys = input.required<readonly Passkey[]>();
  /** here is whether this address can have passkeys at all. */
  readonly here = input.required<boolean>();
  readonly added = output<readonly string[] | null>();
  readonly changed = output();

  protected readonly naming = signal(false);
  protected readonly removing = signal<Passkey | null>(null);
  protected readonly name = signal('');
  protected readonly asked = signal<Sent<unknown> | null>(null);
  protected readonly adding = commandOf(addPasskey, ({ session, recoveryCodes }) => {
    this.naming.set(false);
    this.name.set('');
    this.session.begin(session);
    this.added.emit(recoveryCodes);
  });
  protected readonly giving = commandOf(removePasskey, (session) => {
    this.removing.set(null);
    this.session.begin(session);
    this.changed.emit();
  });

  protected async add(): Promise<void> {
    const asked = await this.api.end(startPasskey);
    this.asked.set(asked.kind === 'refused' ? asked : null);
    if (asked.kind !== 'done') return;
    const { registered } = await import('../session/passkey');
    const response = await registered(asked.answer.options);
    if (response) await this.adding.send({ name: this.name(), response });
  }

  protected async remove({ id }: Passkey): Promise<void> {
    await this.giving.send({ passkeyId: id });
  }
}
