import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { listStorages } from '@azukari/contract';

import { Api } from '../ui/api';
import { Field } from '../ui/field';
import { formTexts } from '../ui/form-texts';
import { Icon } from '../ui/icon';
import { Outcome } from '../ui/outcome';
import { Skeleton } from '../ui/skeleton';
import { Speech } from '../ui/speech';
import { PlaceMaker, type Step } from './place-maker';
import { StorageTree } from './storage-tree';

const USUAL = { drawers: 2, pouches: 20 } as const;
const MOST = { drawers: 10, pouches: 100 } as const;

/** FirstStorages proposes what most facilities have, one locker with two drawers of twenty pouches, and then shows the tree. */
@Component({
  selector: 'az-first-storages',
  imports: [Field, Icon, Outcome, Skeleton, StorageTree],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (some()) {
      <az-storage-tree />
    } @else if (read.isLoading() && !making.locked()) {
      <az-skeleton [rows]="3" />
    } @else {
      <form class="az-card az-stack" novalidate (submit)="make($event)">
        <p>{{ speech.say('storages.first-time.lead') }}</p>
        <az-field
          [label]="speech.say('storages.first-time.locker')"
          for="first-locker"
          need="required"
          [error]="making.error('label')"
        >
          <input
            class="az-input"
            id="first-locker"
            name="locker"
            autocomplete="off"
            aria-describedby="first-locker-error"
            [value]="speech.say('storages.first-time.lockerName')"
            [attr.aria-invalid]="making.error('label') ? true : null"
          />
        </az-field>
        <div class="pair">
          <az-field [label]="speech.say('storages.first-time.drawers')" for="first-drawers">
            <input
              class="az-input"
              id="first-drawers"
              name="drawers"
              type="number"
              inputmode="numeric"
              min="1"
              max="10"
              [value]="usual.drawers"
            />
          </az-field>
          <az-field [label]="speech.say('storages.first-time.pouches')" for="first-pouches">
            <input
              class="az-input"
              id="first-pouches"
              name="pouches"
              type="number"
              inputmode="numeric"
              min="0"
              max="100"
              [value]="usual.pouches"
            />
          </az-field>
        </div>
        <p class="az-soft">{{ speech.say('storages.first-time.later') }}</p>
        <az-outcome [of]="making.ended()" (again)="making.again()" />
        @if (making.locked()) {
          <p role="status">
            {{ speech.say('storages.progress', { made: making.progress().made, of: making.progress().of }) }}
          </p>
        }
        <div>
          <button type="submit" class="az-button az-button--primary az-button--floor" [disabled]="making.locked()">
            <az-icon name="plus" />{{ speech.say('storages.first-time.submit') }}
          </button>
        </div>
      </form>
    }
  `,
  styles: `
    .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
      gap: 12px 20px;
    }
  `,
})
export class FirstStorages {
  protected readonly speech = inject(Speech);
  private readonly api = inject(Api);
  protected readonly read = this.api.read(listStorages);
  protected readonly making = new PlaceMaker(() => this.read.reload());
  protected readonly usual = USUAL;
  protected readonly some = computed(() => this.read.hasValue() && this.read.value().storages.length > 0);

  protected async make(event: Event): Promise<void> {
    const form = formTexts(event);
    const drawers = between(1, Number(form.text('drawers')), MOST.drawers);
    const pouches = between(0, Number(form.text('pouches')), MOST.pouches);
    const locker: Step = () => ({ kind: 'locker', parentId: null, label: form.text('locker') });
    const inside = Array.from({ length: drawers }, (_, n): Step => (made) => ({
      kind: 'drawer',
      parentId: made[0]?.id ?? null,
      label: this.speech.say('storages.nthDrawer', { n: n + 1 }),
      pouches,
    }));
    await this.making.make([locker, ...inside]);
  }
}

function between(least: number, given: number, most: number): number {
  return Math.min(most, Math.max(least, Math.trunc(given) || least));
}
