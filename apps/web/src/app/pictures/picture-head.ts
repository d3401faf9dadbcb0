import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';

import { Icon } from '../ui/icon';
import { PageHeading } from '../ui/page-heading';
import { Speech } from '../ui/speech';
import { Tabs } from '../ui/tabs';
import { PicturingWords } from './picturing';

const TABS = [
  { name: 'week', path: '/pictures' },
  { name: 'day', path: '/pictures/day' },
  { name: 'late', path: '/pictures/late' },
  { name: 'counts', path: '/pictures/counts' },
] as const;

/** PictureHead is the heading of 図で見る, what the picture is about, and the way to the others. */
@Component({
  selector: 'az-picture-head',
  imports: [Icon, PageHeading, Tabs],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <az-page-heading [title]="title() || speech.say('pictures.title')" [sub]="sub()">
      <button type="button" class="az-button" (click)="print()">
        <az-icon name="print" />{{ speech.say('ledger.print') }}
      </button>
    </az-page-heading>
    <az-tabs words="picturing.tabs" [tabs]="tabs" />
    <p class="az-soft">{{ speech.say('picturing.lead.' + of()) }}</p>
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
    }
  `,
})
export class PictureHead {
  protected readonly speech = inject(Speech);
  protected readonly words = inject(PicturingWords);
  protected readonly tabs = TABS;
  readonly of = input.required<'week' | 'day' | 'late' | 'counts' | 'item'>();
  readonly title = input('');
  readonly sub = input('');

  protected print(): void {
    globalThis.print();
  }
}
