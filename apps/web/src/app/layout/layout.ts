import { ChangeDetectionStrategy, Component, computed, effect, inject } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterOutlet } from '@angular/router';
import { readFacility, readHealth } from '@azukari/contract';

import { Session } from '../session/session';
import { Tablet } from '../tablet/tablet';
import { TabletWatch } from '../tablet/tablet-watch';
import { Api } from '../ui/api';
import { Banner } from '../ui/banner';
import { Board } from '../ui/board';
import { Clock } from '../ui/clock';
import { Connection } from '../ui/connection';
import { Manners } from '../ui/manners';
import { Receipts } from '../ui/receipts';
import { Speech } from '../ui/speech';
import { Unsaved } from '../ui/unsaved';
import { Navigation } from './navigation';
import { OverdueStrip } from './overdue-strip';
import { ReceiptNote } from './receipt-note';
import { TopBar } from './top-bar';

const ASK_AGAIN_MS = 4_000;

/** Layout is what stands around every screen of a signed-in person. */
@Component({
  selector: 'az-layout',
  imports: [RouterOutlet, Banner, Navigation, OverdueStrip, ReceiptNote, TabletWatch, TopBar],
  // One for the strip and every page: what is out is asked once, and is the same wherever it stands.
  providers: [Board],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[class.unseen]': 'session.locked()' },
  template: `
    <a class="skip az-no-print" href="#content" (click)="skipToContent($event, content)">{{
      speech.say('shell.skip')
    }}</a>
    <az-navigation class="az-no-print" />
    <div class="beside">
      <az-top-bar class="az-no-print" (changePerson)="changePerson()" (signOut)="leave()" />
      @defer (on immediate) {
        <az-overdue-strip class="az-no-print" />
      }
      @if (connection.lost()) {
        <div class="lost az-no-print">
          <az-banner tone="waiting" [title]="speech.say('shell.connectionLost.title')" [body]="lostWords()" />
        </div>
      }
      <main
        id="content"
        #content
        tabindex="-1"
        [class.noting]="noted() !== null"
        (input)="unsaved.note($event)"
        (change)="unsaved.note($event)"
      >
        <router-outlet />
      </main>
    </div>
    <az-receipt-note class="az-no-print" />
    @if (session.current()?.onTablet) {
      @defer (on immediate) {
        <az-tablet-watch class="az-no-print" />
      }
    }
  `,
  styleUrl: './layout.scss',
})
export class Layout {
  protected readonly speech = inject(Speech);
  protected readonly connection = inject(Connection);
  protected readonly unsaved = inject(Unsaved);
  protected readonly noted = inject(Receipts).current;
  private readonly clock = inject(Clock);
  protected readonly session = inject(Session);
  private readonly tablet = inject(Tablet);
  private readonly router = inject(Router);
  private readonly dialog = inject(MatDialog);
  private readonly api = inject(Api);
  private readonly manners = inject(Manners);
  /** Who takes over learns what was changed on another tablet meanwhile. */
  private readonly who = computed(() => this.session.staff()?.id ?? null);

  constructor() {
    effect(() => {
      if (this.session.current() === null) this.toSignIn();
    });
    effect(() => {
      if (this.who() !== null) void this.learnManners();
    });
    // Any answer at all says that the line is back; a page that asks nothing by itself would never hear it.
    effect((onCleanup) => {
      if (!this.connection.lost()) return;
      const asking = setInterval(() => void this.api.ask(readHealth), ASK_AGAIN_MS);
      onCleanup(() => clearInterval(asking));
    });
  }

  private async learnManners(): Promise<void> {
    const asked = await this.api.ask(readFacility);
    if (asked.kind === 'done') this.manners.adopt(asked.answer);
  }

  protected lostWords(): string {
    const at = this.connection.lastHeardAt();
    const time = this.speech.moment(at ?? this.clock.now());
    return this.speech.say('shell.connectionLost.reading', { time });
  }

  protected async changePerson(): Promise<void> {
    // Names come to a shared tablet first; the dialog takes the focus where it will stay.
    if (this.session.current()?.onTablet) await this.tablet.learn();
    const { ChangePersonDialog } = await import('../session/change-person-dialog');
    this.dialog.open(ChangePersonDialog, { width: this.tablet.current() ? '720px' : '480px', autoFocus: 'input' });
  }

  protected async leave(): Promise<void> {
    await this.session.signOut();
  }

  protected skipToContent(event: Event, content: HTMLElement): void {
    event.preventDefault();
    content.focus();
  }

  private toSignIn(): void {
    this.dialog.closeAll();
    const then = this.session.lapsed() ? this.router.url : undefined;
    void this.router.navigate(['/sign-in'], { queryParams: { then } });
  }
}
