import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { publishAgreementText, readFacility } from '@azukari/contract';
import { dayInTokyo } from '@azukari/domain';

import { Session } from '../session/session';
import { Api } from '../ui/api';
import { Banner } from '../ui/banner';
import { Field } from '../ui/field';
import { commandOf } from '../ui/command';
import { valueOf } from '../ui/form-texts';
import { Icon } from '../ui/icon';
import { Outcome } from '../ui/outcome';
import { Skeleton } from '../ui/skeleton';
import { Speech } from '../ui/speech';

/** AgreementText is the text of the 預かり依頼書: its version, and the next one. Agreements made before keep the text they were made with. */
@Component({
  selector: 'az-agreement-text',
  imports: [Banner, Field, Icon, Outcome, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './agreement-text.html',
  styles: `
    :host {
      display: grid;
      gap: 12px;
    }
    textarea {
      min-height: 20rem;
    }
    .version {
      font-weight: 700;
    }
    .text {
      white-space: pre-wrap;
    }
  `,
})
export class AgreementText {
  protected readonly speech = inject(Speech);
  private readonly session = inject(Session);
  private readonly api = inject(Api);
  protected readonly facility = this.api.read(readFacility);
  protected readonly mayKeep = computed(() => this.session.may('keep-settings'));
  protected readonly published = computed(() =>
    this.facility.hasValue() ? this.facility.value().agreementText : null,
  );
  protected readonly editing = signal(false);
  protected readonly text = linkedSignal(() => this.published()?.text ?? '');
  protected readonly publishing = commandOf(publishAgreementText, () => {
    this.done.set(true);
    this.editing.set(false);
    this.facility.reload();
  });
  protected readonly done = signal(false);
  protected readonly valueOf = valueOf;

  protected dayOf(at: string): string {
    return this.speech.day(dayInTokyo(at));
  }

  protected async publish(event: Event): Promise<void> {
    event.preventDefault();
    await this.publishing.send({ text: this.text() });
  }

  protected leaveAsItIs(): void {
    this.editing.set(false);
    this.text.set(this.published()?.text ?? '');
    this.publishing.forget();
  }
}
