import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { addTablet, type AnswerOf, listTablets, revokeTablet } from '@azukari/contract';

import { tablet } from '../../i18n/ja/tablet';
import { bringWords } from '../ui/manners';
import { Api } from '../ui/api';
import { Banner } from '../ui/banner';
import { BoxedForm } from '../ui/boxed-form';
import { Clock } from '../ui/clock';
import { commandOf } from '../ui/command';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { PageHeading } from '../ui/page-heading';
import { QrCode } from '../ui/qr-code';
import { Speech } from '../ui/speech';
import { TextField } from '../ui/text-field';
import { Unread } from '../ui/unread';

type One = AnswerOf<typeof listTablets>['tablets'][number];

/** TabletsPage is 端末: the shared tablets, with ways to enrol one and to revoke it. */
@Component({
  selector: 'az-tablets-page',
  imports: [Banner, BoxedForm, EmptyState, Icon, PageHeading, QrCode, TextField, Unread],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './tablets-page.html',
  styles: `
    .code {
      font-family: monospace;
      font-size: 1.444rem;
      letter-spacing: 0.08em;
    }
  `,
})
export class TabletsPage {
  protected readonly speech = inject(Speech);
  protected readonly clock = inject(Clock);
  protected readonly read = inject(Api).read(listTablets);
  protected readonly address = `${location.origin}/enrol`;

  protected readonly naming = signal(false);
  protected readonly name = signal('');
  /** made is the tablet just added, with its code, which is told once. */
  protected readonly made = signal<{ readonly name: string; readonly code: string | null } | null>(null);
  protected readonly revoking = signal<string | null>(null);
  protected readonly adding = commandOf(addTablet, ({ tablets, code }) => {
    this.read.set({ tablets });
    this.made.set({ name: this.name(), code });
    this.naming.set(false);
    this.name.set('');
  });
  protected readonly taking = commandOf(revokeTablet, (answer) => {
    this.read.set(answer);
    this.revoking.set(null);
    this.made.set(null);
  });

  constructor() {
    bringWords({ tablet });
  }

  protected standing({ enrolledAt, codeEndsAt }: One): string {
    if (enrolledAt !== null) return this.speech.say('tablet.page.enrolled', { moment: this.speech.moment(enrolledAt) });
    if (codeEndsAt === null || codeEndsAt <= this.clock.now()) return this.speech.say('tablet.page.late');
    return this.speech.say('tablet.page.waiting', { time: this.speech.time(codeEndsAt) });
  }

  protected async add(): Promise<void> {
    await this.adding.send({ name: this.name() });
  }

  protected async revoke({ id }: One): Promise<void> {
    await this.taking.send({}, { path: { id } });
  }
}
