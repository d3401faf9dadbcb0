import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
} from '@angular/core';
import { Injector, signal, untracked, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { enterSheet, listResidents, listStaff, readSheet } from '@azukari/contract';
import { isCalendarDay, MOST_LINES, PAPER_SHEET, type Refusal } from '@azukari/domain';

import { paperSheet } from './paper-sheet';
import { Session } from '../session/session';
import { Api, newCommandId } from '../ui/api';
import { Banner } from '../ui/banner';
import { Clock } from '../ui/clock';
import { commandOf } from '../ui/command';
import { Field } from '../ui/field';
import { valueOf } from '../ui/form-texts';
import { Icon } from '../ui/icon';
import { Outcome } from '../ui/outcome';
import { PageHeading } from '../ui/page-heading';
import { Receipts } from '../ui/receipts';
import { refusalText } from '../ui/refusal-text';
import { Speech } from '../ui/speech';
import { Unread } from '../ui/unread';
import { forgetSheet, keepSheet, keptSheet } from './kept-sheet';
import { LineEditor } from './line-editor';
import { SheetWords } from './sheet-words';
import { beginsOf, type Night, orderOf, spanOf, type TypedLine } from './typed-line';

const PAUSE_MS = 300;

/** PaperSheetPage copies a whole paper sheet into the record: its number and day once, then line by line, sent as one. */
@Component({
  selector: 'az-paper-sheet-page',
  imports: [Banner, Field, Icon, LineEditor, Outcome, PageHeading, RouterLink, Unread],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './paper-sheet-page.html',
  styleUrl: './paper-sheet-page.scss',
})
export class PaperSheetPage {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  protected readonly clock = inject(Clock);
  private readonly api = inject(Api);
  private readonly receipts = inject(Receipts);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly editor = viewChild(LineEditor);

  protected readonly me = computed(() => this.session.staff()?.id ?? '');
  private readonly kept = keptSheet(untracked(this.me));
  protected readonly restored = this.kept !== null && this.kept.lines.length > 0;
  protected readonly number = signal(this.kept?.sheet ?? '');
  protected readonly day = signal<string>(this.kept?.day ?? this.clock.today());
  protected readonly lines = signal<readonly TypedLine[]>(this.kept?.lines ?? []);
  protected readonly valueOf = valueOf;

  /** sheet is the number once it can be one. */
  protected readonly sheet = computed(() => {
    const read = paperSheet(this.number());
    return read !== null && PAPER_SHEET.test(read) ? read : null;
  });
  private readonly knownRead = this.api.read(readSheet, () => {
    const sheet = this.sheet();
    return sheet === null ? undefined : { query: { sheet } };
  });
  protected readonly known = computed(() => (this.knownRead.hasValue() ? this.knownRead.value() : null));
  protected readonly residentsRead = this.api.read(listResidents);
  protected readonly residents = computed(() =>
    this.residentsRead.hasValue() ? this.residentsRead.value().residents : [],
  );
  private readonly staffRead = this.api.read(listStaff);
  protected readonly staff = computed(() => {
    const me = this.session.staff();
    if (this.staffRead.hasValue() && this.session.may('enter-late-for-others')) return this.staffRead.value().staff;
    return me === null ? [] : [me];
  });

  private readonly wanted = signal<number | null>(null);
  /** next is the number of the line that is typed now: after all that are here or in the record. */
  protected readonly next = computed(() => {
    const taken = [...this.lines(), ...(this.known()?.lines ?? [])].map(({ line }) => line);
    return this.wanted() ?? 1 + Math.max(0, ...taken);
  });
  protected readonly full = computed(() => this.next() > MOST_LINES);
  private readonly night = computed<Night>(() => ({
    day: this.day(),
    begins: beginsOf(this.lines()),
    now: this.clock.now(),
  }));
  protected readonly ready = computed(() => this.sheet() !== null && isCalendarDay(this.day()));
  /** all are the lines as they would be sent, with the one that is being typed. */
  private readonly all = computed(() => {
    const typed = this.editor()?.line() ?? null;
    return inOrder(typed === null ? this.lines() : [...this.lines().filter(({ line }) => line !== typed.line), typed]);
  });
  private readonly problems = signal<ReadonlyMap<number, string>>(new Map());
  protected readonly sending = commandOf(enterSheet, ({ receipt }) => {
    forgetSheet();
    if (receipt) this.receipts.show('late-entry', receipt);
    return this.router.navigate(['/ledger']);
  });

  constructor() {
    inject(SheetWords);
    effect(() => {
      const sheet = { staffId: this.me(), sheet: this.number(), day: this.day(), lines: this.lines() };
      if (sheet.lines.length > 0) keepSheet(sheet);
      else forgetSheet();
    });
    effect((onCleanup) => {
      const [sheet, lines] = [this.sheet(), this.all()];
      const night = untracked(this.night);
      const timer = setTimeout(() => void this.check(sheet, lines, night), PAUSE_MS);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected problem(line: number): string | null {
    return this.problems().get(line) ?? null;
  }

  /** span says in words when a line was: `21日 22:10 → 22:40`. */
  protected span(line: TypedLine): string {
    const { outAt, backAt, dueBackAt } = spanOf(line, this.night());
    const [out, back] = [outAt, backAt].map((at) => at && this.speech.moment(at));
    if (!out) return this.speech.say('sheet.onlyBack', { back: back ?? '' });
    if (back) return this.speech.say('sheet.fromTo', { out, back });
    return dueBackAt === null
      ? this.speech.say('sheet.stillOut', { out })
      : this.speech.say('sheet.stillOutUntil', { out, due: this.speech.moment(dueBackAt) });
  }

  protected who(line: TypedLine): string {
    const resident = this.residents().find(({ id }) => id === line.residentId);
    return resident ? this.speech.person(resident.name, resident.kana) : '…';
  }

  protected carrier({ holder, outClock }: TypedLine): string {
    if (outClock === '') return '';
    if (holder.kind === 'staff') return this.staff().find(({ id }) => id === holder.staffId)?.name ?? '';
    return holder.name === '' ? this.speech.word('relation', holder.relation) : holder.name;
  }

  protected add(line: TypedLine): void {
    this.lines.update((lines) => inOrder([...lines.filter((other) => other.line !== line.line), line]));
    this.wanted.set(null);
  }

  protected remove(line: TypedLine): void {
    this.lines.update((lines) => lines.filter((other) => other !== line));
    this.sending.forget();
  }

  protected correct(line: TypedLine): void {
    this.remove(line);
    this.wanted.set(line.line);
    this.editor()?.load(line);
  }

  protected skip(): void {
    this.wanted.set(this.next() + 1);
  }

  /** goOn is Enter in the head: from the number to the day, from the day to the first line. */
  protected goOn(event: Event): void {
    event.preventDefault();
    const { target } = event;
    if (target instanceof HTMLElement && target.id === 'sheet-number')
      this.host.nativeElement.querySelector<HTMLElement>('#sheet-day')?.focus();
    else this.editor()?.begin();
  }

  /** toSend is Enter where a next line would begin: the paper has no more. */
  protected toSend(): void {
    if (this.lines().length === 0) return;
    afterNextRender(
      { read: () => this.host.nativeElement.querySelector<HTMLElement>('button.send')?.focus() },
      { injector: this.injector },
    );
  }

  protected async send(): Promise<void> {
    const sheet = this.sheet();
    if (sheet === null) return;
    const night = this.night();
    const done = await this.sending.send({
      dryRun: false,
      sheet,
      lines: this.lines().map((line) => orderOf(line, night)),
    });
    if (!done) await this.check(sheet, this.lines(), night);
  }

  /** The record says what it knows against each line, also against the one that is still being typed. */
  private async check(sheet: string | null, lines: readonly TypedLine[], night: Night): Promise<void> {
    if (sheet === null || lines.length === 0) {
      this.problems.set(new Map());
      return;
    }
    const orders = lines.map((line) => orderOf(line, { ...night, begins: beginsOf(lines) }));
    const body = { commandId: newCommandId(), dryRun: true, sheet, lines: orders };
    if (!enterSheet.body.safeParse(body).success) return;
    const asked = await this.api.send(enterSheet, body);
    if (asked.kind !== 'done') return;
    const said = asked.answer.problems.map(({ line, refusal }) => {
      const { key, params } = refusalText(refusal as unknown as Refusal, this.speech);
      return [line, this.speech.say(key, params)] as const;
    });
    this.problems.set(new Map(said));
  }
}

function inOrder(lines: readonly TypedLine[]): readonly TypedLine[] {
  return [...lines].sort((a, b) => a.line - b.line);
}
