import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';

import type { ResidentBrief } from '../ui/resident-tile';
import { Speech } from '../ui/speech';

/** PersonLine is what stands around a line about a person: who and which room, and the way to her screen. */
@Component({
  selector: 'az-person-line',
  imports: [RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p class="who">
      <strong
        ><a [routerLink]="['/residents', resident().id]">{{
          speech.person(resident().name, resident().kana)
        }}</a></strong
      >
      @if (resident().room; as room) {
        <span class="az-soft">{{ room }}</span>
      }
    </p>
    <div class="facts"><ng-content /></div>
    <div class="ways az-no-print"><ng-content select=".way" /></div>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(10rem, 1fr) minmax(0, 3fr) auto;
      align-items: center;
      gap: 8px 16px;
      padding: 10px 14px;
    }
    .who strong {
      margin-inline-end: 6px;
    }
    .facts {
      display: grid;
      gap: 2px;
    }
    .ways {
      display: flex;
      flex-wrap: wrap;
      justify-content: flex-end;
      gap: 8px;
    }
    @media screen and (max-width: 959px) {
      :host {
        grid-template-columns: minmax(0, 1fr);
      }
      .ways {
        justify-content: flex-start;
      }
    }
    @media print {
      :host {
        grid-template-columns: 50mm minmax(0, 1fr);
        padding: 2mm 3mm;
      }
    }
  `,
})
export class PersonLine {
  protected readonly speech = inject(Speech);
  readonly resident = input.required<ResidentBrief>();
}
