import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { type AnswerOf, answerTransfer, listResidents, type readTransfers } from '@azukari/contract';

import { Session } from '../session/session';
import { Api } from '../ui/api';
import { Board } from '../ui/board';
import { Choices } from '../ui/choices';
import { commandOf } from '../ui/command';
import { Field } from '../ui/field';
import { valueOf } from '../ui/form-texts';
import { KindShapeDrawing } from '../ui/kind-shape';
import { Outcome } from '../ui/outcome';
import { Receipts } from '../ui/receipts';
import { Speech } from '../ui/speech';

type Coming = AnswerOf<typeof readTransfers>['coming'][number];
type Said = 'arrived' | 'not-arrived';

/** ComingTransfer asks of each thing on its way here whether it has come; all that was said is one command. */
@Component({
  selector: 'az-coming',
  imports: [Choices, Field, KindShapeDrawing, Outcome],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let one = of();
    <article class="az-card az-stack" [attr.aria-labelledby]="one.id">
      <h3 [id]="one.id">{{ speech.person(one.resident.name, one.resident.kana) }}</h3>
      <p class="az-soft">{{ speech.say('transfers.from', { home: one.home, time: speech.moment(one.sentAt) }) }}</p>
      <ul class="az-stack">
        @for (line of one.lines; track line.line) {
          <li class="az-stack">
            <p class="name">
              <az-kind-shape [kind]="line.kind" /><strong>{{ speech.item(line.kind, line.label) }}</strong>
            </p>
            @if (line.answer === 'arrived') {
              <p class="az-soft">{{ stateOf(line) }}</p>
            } @else {
              @if (line.answer !== null) {
                <p class="az-soft">{{ stateOf(line) }}</p>
              }
              @if (may()) {
                <az-choices
                  words="transfers.as"
                  [name]="one.id + '-' + line.line"
                  [label]="speech.say('transfers.what')"
                  [options]="options"
                  [value]="said().get(line.line) ?? null"
                  (choose)="answer(line.line, $event)"
                />
              }
            }
          </li>
        }
      </ul>
      @if (comes() && one.hereId === null && namesakes().length > 0) {
        <az-field [for]="'who-' + one.id" [label]="speech.say('transfers.who')">
          <select class="az-input" [id]="'who-' + one.id" (change)="residentId.set(valueOf($event))">
            <option value="">{{ speech.say('transfers.newPerson') }}</option>
            @for (person of namesakes(); track person.id) {
              <option [value]="person.id">{{ speech.person(person.name, person.kana) }} {{ person.room }}</option>
            }
          </select>
        </az-field>
      }
      <az-outcome [of]="answering.ended()" (again)="answering.again()" />
      @if (may()) {
        <button
          type="button"
          class="az-button az-button--primary az-button--floor"
          [disabled]="said().size === 0 || answering.locked()"
          (click)="record()"
        >
          {{ speech.say('transfers.submit', { count: said().size }) }}
        </button>
      }
    </article>
  `,
  styles: `
    .name {
      display: flex;
      align-items: center;
      gap: 10px;
    }
  `,
})
export class ComingTransfer {
  protected readonly speech = inject(Speech);
  private readonly session = inject(Session);
  private readonly api = inject(Api);
  private readonly board = inject(Board);
  private readonly receipts = inject(Receipts);
  readonly of = input.required<Coming>();
  readonly answered = output();

  protected readonly valueOf = valueOf;
  protected readonly options: readonly Said[] = ['arrived', 'not-arrived'];
  protected readonly said = signal<ReadonlyMap<number, Said>>(new Map());
  protected readonly residentId = signal('');
  protected readonly may = computed(() => this.session.may('hold-temporarily'));
  protected readonly comes = computed(() => [...this.said().values()].includes('arrived'));
  private readonly known = this.api.read(listResidents, () =>
    this.comes() ? { query: { q: this.of().resident.kana } } : undefined,
  );
  /** namesakes are people of this home whom the name may mean; nobody is taken for another by the server. */
  protected readonly namesakes = computed(() => (this.known.hasValue() ? this.known.value().residents : []));
  protected readonly answering = commandOf(answerTransfer, async ({ receipt }) => {
    this.receipts.show('recorded', receipt, []);
    this.said.set(new Map());
    this.answered.emit();
    await this.board.refresh();
  });

  protected answer(line: number, as: Said): void {
    this.said.update((before) => new Map([...before, [line, as]]));
  }

  protected stateOf({ answer, answeredAt }: Coming['lines'][number]): string {
    return this.speech.say(`transfers.state.${answer ?? 'open'}`, {
      time: answeredAt === null ? '' : this.speech.moment(answeredAt),
    });
  }

  protected async record(): Promise<void> {
    const { id, version } = this.of();
    const lines = [...this.said()].map(([line, as]) => ({ line, as }));
    await this.answering.send({ version, lines, residentId: this.residentId() || null }, { path: { id } });
  }
}
