import { ChangeDetectionStrategy, Component, computed, DOCUMENT, inject, input, output, signal } from '@angular/core';
import { lookForListed } from '@azukari/contract';

import { commandOf } from '../ui/command';
import { FormEnd } from '../ui/form-end';
import { Icon } from '../ui/icon';
import { ItemTile } from '../ui/item-tile';
import { Outcome } from '../ui/outcome';
import { ScanLine, type ScannedPouch } from '../ui/scan/scan-line';
import { Speech } from '../ui/speech';
import { type CountAnswer, CountingWords } from './counting';
import { ListedExtra } from './listed-extra';
import { type Bundle, bundlesOf, type ListedOne } from './listing';

/**
 * ListSheet is one drawer of 開始時の棚卸し: the list beside the open cabinet, one tap or scan for a pouch of which all is there. What is
 * said is kept at once, so that somebody can stop and go on.
 */
@Component({
  selector: 'az-list-sheet',
  imports: [FormEnd, Icon, ItemTile, ListedExtra, Outcome, ScanLine],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './list-sheet.html',
  styleUrl: './list-sheet.scss',
})
export class ListSheet {
  protected readonly speech = inject(Speech);
  private readonly document = inject(DOCUMENT);
  protected readonly words = inject(CountingWords);
  readonly count = input.required<CountAnswer>();
  readonly locked = input.required<boolean>();
  /** looked is the count after what was said was kept. */
  readonly looked = output<CountAnswer>();
  /** added: something that is not on the list was taken in. */
  readonly added = output();
  readonly told = output();
  /** dropped: it began by mistake. */
  readonly dropped = output();

  /** What was said and is not kept yet: who taps fast does not wait for the server. */
  private readonly pending = signal<ReadonlyMap<string, boolean>>(new Map());
  /** adding is the bundle beside which something lies that is not on the list. */
  protected readonly adding = signal<string | null>(null);
  protected readonly looking = commandOf(lookForListed, ({ count }) => {
    const said = new Map(count.list?.items.map(({ item, there }) => [item.id, there]));
    this.pending.update((now) => new Map([...now].filter(([id, there]) => said.get(id) !== there)));
    this.looked.emit(count);
  });

  protected readonly bundles = computed(() => bundlesOf(this.items(), this.count().places));
  protected readonly extras = computed(() => this.count().list?.added ?? []);
  protected readonly total = computed(() => this.items().length);
  protected readonly left = computed(() => this.items().filter(({ there }) => there === null).length);
  private readonly items = computed<readonly ListedOne[]>(() => {
    const pending = this.pending();
    return (this.count().list?.items ?? []).map(({ item, there }) => ({ item, there: pending.get(item.id) ?? there }));
  });
  protected readonly saidNothing = computed(() => this.left() === this.total() && this.pending().size === 0);
  protected readonly kept = computed(() => this.pending().size === 0);

  protected title({ pouch, items: [first] }: Bundle): string {
    if (pouch !== null) return pouch;
    const resident = first?.item.resident ?? null;
    return resident === null ? this.speech.say('words.nobody') : this.speech.person(resident.name, resident.kana);
  }

  protected nameOf({ item }: ListedOne): string {
    return this.speech.item(item.kind, item.label);
  }

  protected ownerOf({ item: { resident } }: ListedOne): string {
    return resident === null ? this.speech.say('words.nobody') : this.speech.person(resident.name, resident.kana);
  }

  /** Whose it is stands once above what lies together of one person. */
  protected isFirstOf({ items }: Bundle, at: number): boolean {
    return items[at - 1]?.item.resident?.id !== items[at]?.item.resident?.id || at === 0;
  }

  protected isThere({ items }: Bundle): boolean {
    return items.every(({ there }) => there === true);
  }

  protected isLooked({ items }: Bundle): boolean {
    return items.every(({ there }) => there !== null);
  }

  protected all({ items }: Bundle): Promise<void> {
    return this.say(items, true);
  }

  /** read says that all of a pouch is there: its label was in somebody's hand. */
  protected async read({ id, path }: ScannedPouch, line: ScanLine): Promise<void> {
    const bundle = this.bundles().find(({ key }) => key === id);
    if (!bundle) {
      line.refuse(path, 'elsewhere');
      return;
    }
    this.document.getElementById(`bundle-${id}`)?.scrollIntoView({ block: 'center' });
    if (!this.isLooked(bundle)) await this.all(bundle);
  }

  protected toggle(one: ListedOne): Promise<void> {
    return this.say([one], one.there === false);
  }

  protected tell(): void {
    if (!this.locked() && this.left() === 0 && this.kept()) this.told.emit();
  }

  protected drop(): void {
    if (!this.locked()) this.dropped.emit();
  }

  protected async again(): Promise<void> {
    if (await this.looking.again()) await this.keep();
  }

  protected finishAdding(): void {
    this.adding.set(null);
    this.added.emit();
  }

  private say(items: readonly ListedOne[], there: boolean): Promise<void> {
    this.pending.update((now) => new Map([...now, ...items.map(({ item }) => [item.id, there] as const)]));
    return this.keep();
  }

  /** What was said while the last words were on their way goes with the next ones. */
  private async keep(): Promise<void> {
    while (this.pending().size > 0 && !this.looking.locked()) {
      const now = [...this.pending()];
      const there = now.flatMap(([id, is]) => (is ? id : []));
      const missing = now.flatMap(([id, is]) => (is ? [] : id));
      if (!(await this.looking.send({ there, missing }, { path: { id: this.count().id } }))) return;
    }
  }
}
