import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type AnswerOf, cancelTransfer, readTransfers } from '@azukari/contract';

import { Session } from '../session/session';
import { Api } from '../ui/api';
import { Board } from '../ui/board';
import { commandOf } from '../ui/command';
import { EmptyState } from '../ui/empty-state';
import { KindShapeDrawing } from '../ui/kind-shape';
import { Outcome } from '../ui/outcome';
import { PageHeading } from '../ui/page-heading';
import { Receipts } from '../ui/receipts';
import { Speech } from '../ui/speech';
import { TransferWords } from '../ui/transfer-words';
import { Unread } from '../ui/unread';
import { ComingTransfer } from './coming';

type Sent = AnswerOf<typeof readTransfers>['sent'][number];

/** TransfersPage is what goes from home to home: what comes here and is confirmed thing by thing, and what went from here. */
@Component({
  selector: 'az-transfers-page',
  imports: [ComingTransfer, EmptyState, KindShapeDrawing, Outcome, PageHeading, RouterLink, Unread],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="az-page az-page--narrow">
      <az-page-heading [title]="speech.say('transfers.title')" [sub]="speech.say('transfers.sub')" />
      @if (read.hasValue()) {
        @let seen = read.value();
        <section class="az-stack">
          <h2>{{ speech.say('transfers.coming') }}</h2>
          @for (one of seen.coming; track one.id) {
            @if ($first) {
              <p class="az-soft">{{ speech.say('transfers.lead') }}</p>
            }
            <az-coming [of]="one" (answered)="read.reload()" />
          } @empty {
            <az-empty-state
              icon="tray"
              [title]="speech.say('transfers.comingNone')"
              [body]="speech.say('transfers.comingNoneBody')"
            />
          }
        </section>
        <section class="az-stack">
          <h2>{{ speech.say('transfers.sent') }}</h2>
          <az-outcome [of]="cancelling.ended()" (again)="cancelling.again()" />
          @for (one of seen.sent; track one.id) {
            <article class="az-card az-stack">
              <h3>
                <a [routerLink]="['/residents', one.residentId]">{{
                  speech.person(one.resident.name, one.resident.kana)
                }}</a>
              </h3>
              <p class="az-soft">
                {{ speech.say('transfers.to', { home: one.home, time: speech.moment(one.sentAt) }) }}
              </p>
              <ul class="az-stack">
                @for (line of one.lines; track line.line) {
                  <li class="name" [class.alarm]="line.answer === 'not-arrived'">
                    <az-kind-shape [kind]="line.kind" /><strong>{{ speech.item(line.kind, line.label) }}</strong>
                    <span>{{ stateOf(line) }}</span>
                  </li>
                }
              </ul>
              @if (isOpen(one) && session.may('hand-over')) {
                <button type="button" class="az-button" [disabled]="cancelling.locked()" (click)="cancel(one)">
                  {{ speech.say('transfers.cancel') }}
                </button>
              }
            </article>
          } @empty {
            <az-empty-state
              icon="tray"
              [title]="speech.say('transfers.sentNone')"
              [body]="speech.say('transfers.sentNoneBody')"
            />
          }
        </section>
      } @else {
        <az-unread [failed]="read.error()" [rows]="5" (again)="read.reload()" />
      }
    </div>
  `,
  styles: `
    .name {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 10px;
    }
    .alarm span {
      color: var(--az-red);
      font-weight: 700;
    }
  `,
})
export class TransfersPage {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  private readonly board = inject(Board);
  private readonly receipts = inject(Receipts);
  protected readonly read = inject(Api).read(readTransfers);
  protected readonly cancelling = commandOf(cancelTransfer, async ({ receipt }) => {
    this.receipts.show('recorded', receipt, []);
    this.read.reload();
    await this.board.refresh();
  });

  constructor() {
    inject(TransferWords);
  }

  protected isOpen({ lines }: Sent): boolean {
    return lines.some(({ answer }) => answer === null || answer === 'not-arrived');
  }

  protected stateOf({ answer, answeredAt }: Sent['lines'][number]): string {
    return this.speech.say(`transfers.state.${answer ?? 'open'}`, {
      time: answeredAt === null ? '' : this.speech.moment(answeredAt),
    });
  }

  protected async cancel({ id, version }: Sent): Promise<void> {
    await this.cancelling.send({ version }, { path: { id } });
  }
}
