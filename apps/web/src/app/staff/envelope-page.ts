import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { type AnswerOf, readBreakGlass, sealBreakGlass } from '@azukari/contract';

import { glass } from '../../i18n/ja/glass';
import { bringWords } from '../ui/manners';
import { Session } from '../session/session';
import { Api } from '../ui/api';
import { Banner } from '../ui/banner';
import { commandOf } from '../ui/command';
import { Icon } from '../ui/icon';
import { Outcome } from '../ui/outcome';
import { PageHeading } from '../ui/page-heading';
import { Speech } from '../ui/speech';
import { Unread } from '../ui/unread';

/** EnvelopePage is 緊急用アカウント: the one sheet for the sealed envelope, shown once and printed. */
@Component({
  selector: 'az-envelope-page',
  imports: [Banner, Icon, Outcome, PageHeading, Unread],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './envelope-page.html',
  styleUrl: './envelope-page.scss',
})
export class EnvelopePage {
  protected readonly speech = inject(Speech);
  private readonly session = inject(Session);
  protected readonly known = inject(Api).read(readBreakGlass);
  /** made is the sheet while it is shown. */
  protected readonly made = signal<AnswerOf<typeof sealBreakGlass> | null>(null);
  protected readonly sealing = commandOf(sealBreakGlass, (answer) => {
    this.made.set(answer);
    this.known.reload();
  });
  protected readonly name = computed(() => this.session.staff()?.name ?? '');
  protected readonly steps = ['first', 'second', 'third', 'fourth'] as const;

  constructor() {
    bringWords({ glass });
  }

  protected madeBy(sealedAt: string): string {
    const facility = this.session.current()?.facility.name ?? '';
    return this.speech.say('glass.sheet.of', { facility, moment: this.speech.moment(sealedAt), name: this.name() });
  }

  protected async make(): Promise<void> {
    this.sealing.forget();
    await this.sealing.send({});
  }

  protected print(): void {
    globalThis.print();
  }
}
