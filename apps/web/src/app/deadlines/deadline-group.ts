import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
} from '@angular/core';
import type { CalendarDay } from '@azukari/domain';

import { Icon } from '../ui/icon';
import { KindShapeDrawing } from '../ui/kind-shape';
import { CountPipe } from '../ui/moment-pipes';
import { Speech } from '../ui/speech';
import { among, NEAR } from './deadline';
import { DeadlineRow } from './deadline-row';
import type { Group } from './grouping';

/** What stands there at once; a thumb and a tired eye take no more. */
const AT_ONCE = 20;

/** DeadlineGroup is one heading of 期限 that opens and folds; a long one shows more as it is asked for, and all of it on paper. */
@Component({
  selector: 'az-deadline-group',
  imports: [CountPipe, DeadlineRow, Icon, KindShapeDrawing],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './deadline-group.html',
  styleUrl: './deadline-group.scss',
})
export class DeadlineGroup {
  protected readonly speech = inject(Speech);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly group = input.required<Group>();
  readonly name = input.required<string>();
  readonly lead = input.required<string | null>();
  readonly asOf = input.required<CalendarDay>();
  readonly open = input.required<boolean>();
  readonly whole = input.required<boolean>();
  readonly toggled = output();
  readonly changed = output();

  private readonly shownOf = signal(AT_ONCE);
  protected readonly shown = computed(() =>
    this.whole() ? this.group().deadlines : this.group().deadlines.slice(0, this.shownOf()),
  );
  protected readonly left = computed(() => this.group().deadlines.length - this.shown().length);
  /** near is how many of them wait for somebody, where the heading does not say it. */
  protected readonly near = computed(() =>
    this.group().of.by === 'month' ? 0 : among(this.group().deadlines, NEAR, this.asOf()).length,
  );

  /** more shows the next ones, and goes on with the first of them. */
  protected more(): void {
    const first = this.shown().length;
    this.shownOf.update((shown) => shown + AT_ONCE);
    const goOn = (): void =>
      this.host.nativeElement.querySelectorAll('li')[first]?.querySelector<HTMLElement>('a, button')?.focus();
    afterNextRender({ read: goOn }, { injector: this.injector });
  }
}
