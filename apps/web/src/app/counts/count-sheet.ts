import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { COUNTED_KINDS, type ItemKind } from '@azukari/domain';

import { Banner } from '../ui/banner';
import { Field } from '../ui/field';
import { FormEnd } from '../ui/form-end';
import { Icon } from '../ui/icon';
import { KindGrid } from '../ui/kind-grid';
import { ScanLine, type ScannedPouch } from '../ui/scan/scan-line';
import { Speech } from '../ui/speech';
import {
  type CountAnswer,
  CountingWords,
  doubtful,
  placeNamed,
  quantityOf,
  type Sighting,
  withQuantity,
} from './counting';

/** CountSheet takes down what somebody sees: a pouch by its number, typed, scanned or pressed, and the kinds that lie in it. */
@Component({
  selector: 'az-count-sheet',
  imports: [Banner, Field, FormEnd, Icon, KindGrid, ScanLine],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './count-sheet.html',
  styleUrl: './count-sheet.scss',
})
export class CountSheet {
  protected readonly speech = inject(Speech);
  protected readonly words = inject(CountingWords);
  readonly count = input.required<CountAnswer>();
  readonly locked = input.required<boolean>();
  /** pouch is the one that is opened first. */
  readonly pouch = input<string>();
  /** told is everything that was seen. */
  readonly told = output<readonly Sighting[]>();
  /** dropped: it began by mistake. */
  readonly dropped = output();

  private readonly seen = signal<readonly Sighting[]>([]);
  private readonly chosenId = linkedSignal<string | null>(() => this.pouch() ?? null);
  protected readonly unknown = signal(false);
  protected readonly allKinds = signal(false);
  /** asked holds the numbers about which it was asked whether they are right; any change takes the question back. */
  protected readonly asked = signal(false);

  protected readonly pouches = computed(() => this.count().places.filter(({ kind }) => kind === 'pouch'));
  /** places are the pouches in their order, and after them what lies beside them. */
  protected readonly places = computed(() => {
    const { places } = this.count();
    return [...this.pouches(), ...places.filter(({ kind }) => kind !== 'pouch')];
  });
  protected readonly place = computed(() => {
    const places = this.places();
    return places.find(({ id }) => id === this.chosenId()) ?? places[0] ?? null;
  });
  protected readonly placeId = computed(() => this.place()?.id ?? null);
  protected readonly placeName = computed(() => this.place()?.label ?? this.words.drawer(this.count().drawer));
  protected readonly here = computed(() => this.seen().filter(({ storageId }) => storageId === this.placeId()));
  protected readonly kindsHere = computed(() => this.there(this.here()).map(({ kind }) => kind));
  protected readonly kinds = computed(() => {
    const { kinds } = this.count();
    return this.allKinds() || kinds.length === 0 ? COUNTED_KINDS : kinds;
  });
  protected readonly fewKinds = computed(() => this.kinds().length < COUNTED_KINDS.length);
  protected readonly doubt = computed(() => (this.sum() === 0 ? this.nothing() : this.surplus()));
  /** One tap too early would leave everything in the drawer to be answered for. */
  private readonly nothing = computed(() =>
    this.speech.say('counting.sheet.doubtNothing', { drawer: this.words.drawer(this.count().drawer) }),
  );
  private readonly surplus = computed(() =>
    doubtful(this.seen(), this.count().places)
      .map(({ storageId, kind, quantity }) => {
        const place = this.places().find(({ id }) => id === storageId)?.label ?? this.words.drawer(this.count().drawer);
        return this.speech.say('counting.sheet.doubt', {
          place,
          kind: this.speech.word('kind', kind),
          count: quantity,
        });
      })
      .join('、'),
  );
  protected readonly sum = computed(() => this.seen().reduce((sum, { quantity }) => sum + quantity, 0));

  protected inPlace(storageId: string): number {
    return this.seen().reduce((sum, one) => sum + (one.storageId === storageId ? one.quantity : 0), 0);
  }

  protected choose(id: string): void {
    this.chosenId.set(id);
    this.unknown.set(false);
  }

  /** read opens the pouch whose label was read. */
  protected read({ id, path }: ScannedPouch, line: ScanLine): void {
    if (this.places().some((place) => place.id === id)) this.choose(id);
    else line.refuse(path, 'elsewhere');
  }

  /** A reader types a number and presses Enter; the field is empty for the next one at once. */
  protected type(event: Event, field: HTMLInputElement): void {
    event.preventDefault();
    if (field.value.trim() === '') return;
    const place = placeNamed(this.count().places, field.value);
    this.unknown.set(place === null);
    if (place === null) field.select();
    else {
      this.choose(place.id);
      field.value = '';
    }
  }

  protected toggle(kind: ItemKind): void {
    this.set(kind, quantityOf(this.seen(), this.placeId(), kind) === 0 ? 1 : 0);
  }

  protected set(kind: ItemKind, quantity: number): void {
    this.asked.set(false);
    this.seen.update((seen) =>
      withQuantity(seen, { storageId: this.placeId(), kind, quantity: Math.max(0, quantity) }),
    );
  }

  /** What is no number of up to three digits changes nothing. */
  protected typeQuantity({ kind, quantity }: Sighting, field: HTMLInputElement): void {
    const typed = field.value.normalize('NFKC').trim();
    if (/^\d{1,3}$/.test(typed)) this.set(kind, Number(typed));
    field.value = String(/^\d{1,3}$/.test(typed) ? Number(typed) : quantity);
  }

  protected next(): void {
    const places = this.places();
    const at = places.findIndex(({ id }) => id === this.placeId());
    const next = places[(at + 1) % places.length];
    if (next) this.choose(next.id);
  }

  protected tell(): void {
    if (this.locked() || this.asked()) return;
    if (this.doubt() === '') this.send();
    else this.asked.set(true);
  }

  protected send(): void {
    if (!this.locked()) this.told.emit(this.there(this.seen()));
  }

  protected drop(): void {
    if (!this.locked()) this.dropped.emit();
  }

  private there(seen: readonly Sighting[]): readonly Sighting[] {
    return seen.filter(({ quantity }) => quantity > 0);
  }
}
