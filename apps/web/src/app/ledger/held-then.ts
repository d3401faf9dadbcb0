import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readCustodyAt } from '@azukari/contract';

import { Api } from '../ui/api';
import { Clock } from '../ui/clock';
import { EmptyState } from '../ui/empty-state';
import { Field } from '../ui/field';
import { formatTime } from '../ui/format';
import { HolderChip } from '../ui/holder-chip';
import { KindShapeDrawing } from '../ui/kind-shape';
import { momentOf } from '../ui/moment-of';
import { Skeleton } from '../ui/skeleton';
import { Speech } from '../ui/speech';

/** HeldThen answers 「その時、だれが持っていたか」: a day and a time, and what was out then, with whom and since when. */
@Component({
  selector: 'az-held-then',
  imports: [EmptyState, Field, HolderChip, KindShapeDrawing, RouterLink, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'az-card', role: 'region', 'aria-labelledby': 'held-then' },
  templateUrl: './held-then.html',
  styleUrl: './held-then.scss',
})
export class HeldThen {
  protected readonly speech = inject(Speech);
  protected readonly clock = inject(Clock);
  private readonly api = inject(Api);

  protected readonly day = signal(this.clock.today());
  protected readonly time = signal(formatTime(this.clock.now()));
  protected readonly at = computed(() => momentOf(this.day(), this.time()));
  protected readonly read = this.api.read(readCustodyAt, () => {
    const at = this.at();
    return at === null ? undefined : { query: { at } };
  });
  protected readonly rows = computed(() => {
    const out = this.read.hasValue() ? this.read.value().out : [];
    return out.flatMap(({ custody, ...item }) => (custody.at === 'out' ? [{ ...item, custody }] : []));
  });

  protected valueOf(event: Event): string {
    return event.target instanceof HTMLInputElement ? event.target.value : '';
  }
}
