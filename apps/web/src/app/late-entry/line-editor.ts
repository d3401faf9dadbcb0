import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
} from '@angular/core';
import { input, linkedSignal, output, signal, viewChild } from '@angular/core';
import { listItems } from '@azukari/contract';
import { forbidden, matchesName, PURPOSES, type Purpose } from '@azukari/domain';

import { Api } from '../ui/api';
import { Clock } from '../ui/clock';
import { Field } from '../ui/field';
import { valueOf } from '../ui/form-texts';
import { type Colleague, type Holder, HolderPicker } from '../ui/holder-picker';
import { Icon } from '../ui/icon';
import { type Item, placeState } from '../ui/item-state';
import { KindShapeDrawing } from '../ui/kind-shape';
import type { ResidentBrief } from '../ui/resident-tile';
import { Speech } from '../ui/speech';
import { StateChip } from '../ui/state-chip';
import { nextStep } from './next-step';
import { clockOf, type TypedLine } from './typed-line';

const SHOWN = 6;

/** LineEditor takes one line of a paper sheet: who, what, out, back, where, by whom. Enter goes on; the last Enter ends the line. */
@Component({
  selector: 'az-line-editor',
  imports: [Field, HolderPicker, Icon, KindShapeDrawing, StateChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './line-editor.html',
  styleUrl: './line-editor.scss',
})
export class LineEditor {
  protected readonly speech = inject(Speech);
  private readonly api = inject(Api);
  private readonly clock = inject(Clock);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly who = viewChild<ElementRef<HTMLInputElement>>('who');

  readonly number = input.required<number>();
  readonly residents = input.required<readonly ResidentBrief[]>();
  readonly staff = input.required<readonly Colleague[]>();
  readonly me = input.required<string>();
  /** problem is what the record says against this line as it stands. */
  readonly problem = input<string | null>(null);
  /** added is a line that is whole. */
  readonly added = output<TypedLine>();
  /** nothingMore is Enter where the next line would begin. */
  readonly nothingMore = output();
  readonly skipped = output();

  protected readonly purposes = PURPOSES;
  protected readonly valueOf = valueOf;
  protected readonly text = signal('');
  protected readonly resident = signal<ResidentBrief | null>(null);
  protected readonly outText = signal('');
  protected readonly backText = signal('');
  protected readonly dueText = signal('');
  protected readonly destination = signal('');
  /** What the line before said is the likeliest: purpose and who had it stay. */
  protected readonly purpose = signal<Purpose>('outpatient');
  protected readonly holder = linkedSignal<Holder>(() => ({ kind: 'staff', staffId: this.me() }));
  /** tried is true once somebody wanted to end the line: from then on what is missing is said. */
  protected readonly tried = signal(false);

  protected readonly found = computed(() => {
    const text = this.text().trim();
    if (text === '' || this.resident() !== null) return [];
    const fits = this.residents().filter((person) => matchesName(text, person));
    const exact = fits.filter(({ room }) => room === text);
    return [...exact, ...fits.filter((person) => !exact.includes(person))].slice(0, SHOWN);
  });
  private readonly read = this.api.read(listItems, () => {
    const resident = this.resident();
    return resident === null ? undefined : { query: { residentId: resident.id, limit: 200 } };
  });
  protected readonly items = computed<readonly Item[]>(() =>
    (this.read.hasValue() ? this.read.value().items : []).filter(({ custody }) => custody.at !== 'ended'),
  );
  private readonly chosenBefore = signal<readonly string[]>([]);
  protected readonly chosen = linkedSignal<readonly string[]>(() => {
    const ids = this.items().map(({ id }) => id);
    const before = this.chosenBefore().filter((id) => ids.includes(id));
    return before.length > 0 ? before : ids.length === 1 ? ids : [];
  });
  protected readonly loading = computed(() => this.resident() !== null && this.read.isLoading());
  protected readonly stillOut = computed(() => clockOf(this.backText()) === '' && clockOf(this.outText()) !== '');

  protected readonly timeIssue = computed(() => {
    const [out, back, due] = [clockOf(this.outText()), clockOf(this.backText()), clockOf(this.dueText())];
    if (out === null) return 'out';
    if (back === null) return 'back';
    if (due === null) return 'due';
    return out === '' && back === '' && this.tried() ? 'none' : null;
  });
  protected readonly wordIssue = computed(() => forbidden(this.destination()));

  /** line is what was typed so far, once it could be recorded as it stands. */
  readonly line = computed<TypedLine | null>(() => {
    const resident = this.resident();
    const [outClock, backClock, dueClock] = [
      clockOf(this.outText()),
      clockOf(this.backText()),
      clockOf(this.dueText()),
    ];
    if (resident === null || outClock === null || backClock === null || dueClock === null) return null;
    if (this.chosen().length === 0 || (outClock === '' && backClock === '') || this.wordIssue() !== null) return null;
    const holder = this.holder();
    if (outClock !== '' && holder.kind === 'other' && isMissing(holder)) return null;
    const items = this.items()
      .filter(({ id }) => this.chosen().includes(id))
      .map(({ id, kind, label }) => ({ id, kind, label }));
    const [purpose, destination] = [this.purpose(), this.destination()];
    return {
      line: this.number(),
      residentId: resident.id,
      items,
      outClock,
      backClock,
      dueClock,
      purpose,
      destination,
      holder,
    };
  });

  /** load puts a line back to be put right. */
  load(line: TypedLine): void {
    this.chosenBefore.set(line.items.map(({ id }) => id));
    this.resident.set(this.residents().find(({ id }) => id === line.residentId) ?? null);
    this.outText.set(line.outClock);
    this.backText.set(line.backClock);
    this.dueText.set(line.dueClock);
    this.destination.set(line.destination);
    this.purpose.set(line.purpose);
    this.holder.set(line.holder);
    this.goTo('[data-step="out"]');
  }

  /** begin puts the focus where a line begins. */
  begin(): void {
    this.who()?.nativeElement.focus();
  }

  protected key(event: KeyboardEvent): void {
    const { target } = event;
    if (event.isComposing || !(target instanceof HTMLElement)) return;
    const step = target.closest<HTMLElement>('[data-step]')?.dataset['step'];
    if (step === 'what' && /^[1-9]$/.test(event.key)) {
      const item = this.items()[Number(event.key) - 1];
      if (item) this.toggle(item.id);
      event.preventDefault();
    }
    if (event.key !== 'Enter' || target instanceof HTMLButtonElement) return;
    event.preventDefault();
    if (step === 'who') this.enterWho();
    else if (step === 'what' && this.chosen().length === 0) return;
    else if (!nextStep(this.host.nativeElement, target, this.stillOut() ? null : 'due')) this.end();
  }

  protected typed(event: Event): void {
    this.text.set(valueOf(event));
  }

  protected choose(resident: ResidentBrief): void {
    this.chosenBefore.set([]);
    this.resident.set(resident);
    this.text.set('');
    this.goTo('[data-step="what"]');
  }

  protected chooseAgain(): void {
    this.resident.set(null);
    this.goTo('[data-step="who"]');
  }

  protected toggle(id: string): void {
    this.chosen.update((ids) => (ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]));
  }

  protected choosePurpose(value: string): void {
    this.purpose.update((before) => PURPOSES.find((known) => known === value) ?? before);
  }

  protected state(item: Item) {
    return placeState(item, this.clock.now());
  }

  /** end hands the line over and begins the next; what is missing is said instead. */
  protected end(): void {
    const line = this.line();
    this.tried.set(true);
    if (line === null) {
      const wrong = this.host.nativeElement.querySelector<HTMLElement>('[aria-invalid="true"]');
      (wrong ?? this.host.nativeElement.querySelector<HTMLElement>('[data-step="who"]'))?.focus();
      return;
    }
    this.added.emit(line);
    this.clear();
  }

  protected skip(): void {
    this.clear();
    this.skipped.emit();
  }

  private clear(): void {
    this.tried.set(false);
    this.chosenBefore.set([]);
    this.resident.set(null);
    for (const field of [this.text, this.outText, this.backText, this.dueText, this.destination]) field.set('');
    this.goTo('[data-step="who"]');
  }

  private enterWho(): void {
    const [first] = this.found();
    if (first) this.choose(first);
    else if (this.text().trim() === '' && this.resident() === null) this.nothingMore.emit();
  }

  private goTo(step: string): void {
    afterNextRender(
      { read: () => this.host.nativeElement.querySelector<HTMLElement>(step)?.focus() },
      { injector: this.injector },
    );
  }
}

/** Where the record has no name of whoever had it, one is needed. */
function isMissing({ name, relation, contactId }: Extract<Holder, { readonly kind: 'other' }>): boolean {
  return name.trim() === '' && !contactId && relation !== 'resident' && relation !== 'ambulance';
}
