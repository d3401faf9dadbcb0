import { ChangeDetectionStrategy, Component, inject, input, linkedSignal, output } from '@angular/core';
import { openEnvelope } from '@azukari/contract';
import { ITEM_KINDS, type ItemKind, ONLY_GIVEN_BACK } from '@azukari/domain';

import { Banner } from '../ui/banner';
import { commandOf } from '../ui/command';
import { DayField } from '../ui/day-field';
import { Field } from '../ui/field';
import { valueOf } from '../ui/form-texts';
import { Icon } from '../ui/icon';
import { KindShapeDrawing } from '../ui/kind-shape';
import { WordPipe } from '../ui/moment-pipes';
import { Outcome } from '../ui/outcome';
import { PouchPicker } from '../ui/pouch-picker';
import type { Receipt } from '../ui/receipts';
import { Speech } from '../ui/speech';
import type { Envelope } from './envelope';

interface Paper {
  readonly kind: ItemKind;
  readonly printedExpiresOn: string | null;
}

const KINDS = ITEM_KINDS.filter((kind) => kind !== 'sealed-envelope' && !ONLY_GIVEN_BACK.includes(kind));

/** OpeningForm says what of an opened envelope is kept; all else is the resident's, and nobody writes it down. */
@Component({
  selector: 'az-opening-form',
  imports: [Banner, DayField, Field, Icon, KindShapeDrawing, Outcome, PouchPicker, WordPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form novalidate (submit)="$event.preventDefault(); record()">
      <p>{{ speech.say('envelopes.opening.lead') }}</p>
      <az-banner tone="info" [body]="speech.say('envelopes.opening.pin')" />
      @for (paper of papers(); track paper.kind) {
        <div class="paper">
          <p>
            <az-kind-shape [kind]="paper.kind" /><strong>{{ paper.kind | azWord: 'kind' }}</strong>
          </p>
          <az-day-field
            [label]="speech.say('envelopes.opening.printed')"
            [name]="'printed-' + envelope().id + paper.kind"
            need="optional"
            [error]="opening.error('papers.' + $index + '.printedExpiresOn')"
            [value]="paper.printedExpiresOn"
            (valueChange)="setDay(paper.kind, $event)"
          />
          <button type="button" class="az-button az-button--quiet" (click)="remove(paper.kind)">
            <az-icon name="close" />{{ speech.say('envelopes.opening.remove')
            }}<span class="az-sr-only">{{ paper.kind | azWord: 'kind' }}</span>
          </button>
        </div>
      }
      <az-field [for]="'add-' + envelope().id" [label]="speech.say('envelopes.opening.add')">
        <select class="az-input" [id]="'add-' + envelope().id" (change)="add($event)">
          <option value="" selected>{{ speech.say('envelopes.opening.choose') }}</option>
          @for (kind of kinds; track kind) {
            <option [value]="kind">{{ kind | azWord: 'kind' }}</option>
          }
        </select>
      </az-field>
      @if (papers().length > 0) {
        <az-pouch-picker [name]="'pouch-' + envelope().id" [(pouch)]="pouch" />
      }
      <az-outcome [of]="opening.ended()" (again)="opening.again()" />
      <div class="az-row">
        <button type="submit" class="az-button az-button--primary" [disabled]="opening.locked()">
          {{
            speech.say(papers().length === 0 ? 'envelopes.opening.none' : 'envelopes.opening.record', {
              count: papers().length,
            })
          }}
        </button>
        <button type="button" class="az-button" [disabled]="opening.locked()" (click)="quit.emit()">
          {{ speech.say('shell.cancel') }}
        </button>
      </div>
    </form>
  `,
  styles: `
    form {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 12px;
      padding: 14px;
      border: 1.5px solid var(--az-primary);
      border-radius: var(--az-radius);
    }
    .paper {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px 24px;
    }
    .paper p {
      display: flex;
      align-items: center;
      gap: 12px;
    }
  `,
})
export class OpeningForm {
  protected readonly speech = inject(Speech);
  readonly envelope = input.required<Envelope>();
  readonly done = output<Receipt>();
  readonly quit = output();

  protected readonly kinds = KINDS;
  protected readonly papers = linkedSignal<Envelope, readonly Paper[]>({
    source: this.envelope,
    // The list is read anew while somebody writes.
    computation: ({ expected }, begun) => begun?.value ?? expected.map((kind) => ({ kind, printedExpiresOn: null })),
  });
  protected readonly pouch = linkedSignal<Envelope, string | null>({
    source: this.envelope,
    computation: ({ storage }, begun) => (begun ? begun.value : (storage?.id ?? null)),
  });
  protected readonly opening = commandOf(openEnvelope, ({ receipt }) => {
    this.done.emit(receipt);
  });

  protected add(event: Event): void {
    const kind = KINDS.find((one) => one === valueOf(event));
    if (event.target instanceof HTMLSelectElement) event.target.value = '';
    if (kind === undefined || this.papers().some((paper) => paper.kind === kind)) return;
    this.papers.update((papers) => [...papers, { kind, printedExpiresOn: null }]);
    this.opening.forget();
  }

  protected remove(kind: ItemKind): void {
    this.papers.update((papers) => papers.filter((paper) => paper.kind !== kind));
    this.opening.forget();
  }

  protected setDay(kind: ItemKind, printedExpiresOn: string | null): void {
    this.papers.update((papers) => papers.map((paper) => (paper.kind === kind ? { kind, printedExpiresOn } : paper)));
  }

  protected async record(): Promise<void> {
    const storageId = this.pouch();
    const papers = this.papers().map((paper) => ({ ...paper, storageId }));
    await this.opening.send({ papers }, { path: { id: this.envelope().id } });
  }
}
