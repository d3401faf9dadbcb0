import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

import { StretchPatterns } from '../ui/stretch-patterns';

/** BarPart is how a part of a bar is drawn: as it should be, with nothing to say, late or differing. */
export type BarPart = 'good' | 'plain' | 'late';

/** BarRow is one bar, its parts in their order, and what it says in words. */
export interface BarRow {
  readonly id: string;
  readonly name: string;
  readonly words: string;
  readonly parts: readonly { readonly part: BarPart; readonly count: number }[];
}

/** PictureBars draws bars that lie, each with its name before it and its numbers behind it. The table says the same to who hears. */
@Component({
  selector: 'az-picture-bars',
  imports: [StretchPatterns],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { 'aria-hidden': 'true' },
  template: `
    <az-stretch-patterns />
    <ul class="legend">
      @for (one of legend(); track one.part) {
        <li>
          <svg viewBox="0 0 34 18"><rect width="34" height="18" rx="3" [attr.class]="one.part" /></svg>{{ one.word }}
        </li>
      }
    </ul>
    <ul class="rows">
      @for (row of drawn(); track row.id) {
        <li>
          <span class="name">{{ row.name }}</span>
          <svg width="100%" height="30">
            @for (one of row.parts; track one.part) {
              <rect
                y="3"
                height="24"
                rx="3"
                [attr.class]="one.part"
                [attr.x]="one.x + '%'"
                [attr.width]="one.width + '%'"
              />
            }
          </svg>
          <span class="words">{{ row.words }}</span>
        </li>
      }
    </ul>
  `,
  styleUrls: ['../ui/stretches.scss', './picture-bars.scss'],
})
export class PictureBars {
  readonly rows = input.required<readonly BarRow[]>();
  readonly legend = input.required<readonly { readonly part: BarPart; readonly word: string }[]>();
  protected readonly drawn = computed(() => {
    const total = ({ parts }: BarRow) => parts.reduce((sum, { count }) => sum + count, 0);
    const most = Math.max(1, ...this.rows().map(total));
    return this.rows().map((row) => {
      let x = 0;
      const parts = row.parts
        .filter(({ count }) => count > 0)
        .map(({ part, count }) => {
          const width = (count / most) * 100;
          x += width;
          return { part, x: x - width, width };
        });
      return { ...row, parts };
    });
  });
}
