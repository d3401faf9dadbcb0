import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { readRegulation, setRegulation } from '@azukari/contract';
import { isCalendarDay, REGULATION_PLACES, type RegulationPlace } from '@azukari/domain';

import { Session } from '../session/session';
import { Api } from '../ui/api';
import { Banner } from '../ui/banner';
import { Clock } from '../ui/clock';
import { commandOf } from '../ui/command';
import { Field } from '../ui/field';
import { formTexts, valueOf } from '../ui/form-texts';
import { Icon } from '../ui/icon';
import { Outcome } from '../ui/outcome';
import { PaperButton } from '../ui/paper-button';
import { Speech } from '../ui/speech';
import { Unread } from '../ui/unread';

/** Regulation is the 預り品等管理規程: what it says at its marked places, the house's own words there, and the paper as of a day. */
@Component({
  selector: 'az-regulation',
  imports: [Banner, Field, Icon, Outcome, PaperButton, Unread],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './regulation.html',
  styles: `
    :host {
      display: grid;
      gap: 12px;
    }
    .paper {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      gap: 8px 16px;
    }
    dl {
      display: grid;
      gap: 8px;
    }
    dt {
      font-weight: 700;
    }
    dd {
      margin: 0;
    }
  `,
})
export class Regulation {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  protected readonly clock = inject(Clock);
  private readonly api = inject(Api);
  protected readonly regulation = this.api.read(readRegulation);
  protected readonly day = linkedSignal(() => this.clock.today());
  protected readonly paper = computed(() => ({ on: this.day() }));
  protected readonly editing = signal(false);
  protected readonly done = signal(false);
  private readonly sent = signal<readonly RegulationPlace[]>([]);
  protected readonly saving = commandOf(setRegulation, () => {
    this.done.set(true);
    this.editing.set(false);
    this.regulation.reload();
  });

  protected chooseDay(event: Event): void {
    const day = valueOf(event);
    if (isCalendarDay(day) && day <= this.clock.today()) this.day.set(day);
  }

  protected edit(): void {
    this.done.set(false);
    this.editing.set(true);
  }

  /** errorOf is the error of one place: what was sent says at which place of the list it stands. */
  protected errorOf(place: RegulationPlace): string | null {
    const at = this.sent().indexOf(place);
    return at < 0 ? null : this.saving.error(`places.${String(at)}.text`);
  }

  /** Only what says something else now is sent. */
  protected async save(event: Event): Promise<void> {
    const form = formTexts(event);
    if (!this.regulation.hasValue()) return;
    const { places, version } = this.regulation.value();
    const own = new Map(places.map((one) => [one.place, one.own ?? '']));
    const changed = REGULATION_PLACES.filter((place) => form.text(place).trim() !== own.get(place));
    this.sent.set(changed);
    await this.saving.send({ version, places: changed.map((place) => ({ place, text: form.text(place) })) });
  }

  protected leaveAsItIs(): void {
    this.editing.set(false);
    this.saving.forget();
  }

  /** readAgain fetches what somebody else has changed meanwhile; what was typed here is then typed again. */
  protected readAgain(): void {
    this.saving.forget();
    this.regulation.reload();
  }
}
