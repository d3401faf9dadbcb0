import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { type AnswerOf, confirmTotp, readFactors, removeTotp, renewRecoveryCodes, startTotp } from '@azukari/contract';

import { ways } from '../../i18n/ja/ways';
import { bringWords } from '../ui/manners';
import { Session } from '../session/session';
import { Api } from '../ui/api';
import { Banner } from '../ui/banner';
import { BoxedForm } from '../ui/boxed-form';
import { Clock } from '../ui/clock';
import { commandOf } from '../ui/command';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { QrCode } from '../ui/qr-code';
import { Skeleton } from '../ui/skeleton';
import { Speech } from '../ui/speech';
import { TextField } from '../ui/text-field';
import { PasskeysPanel } from './passkeys-panel';
import { SessionsPanel } from './sessions-panel';

/** WaysPage is サインインの方法: one's own authenticator and codes on paper. Who owes a second factor comes here before anything else. */
@Component({
  selector: 'az-ways-page',
  imports: [Banner, BoxedForm, EmptyState, Icon, PasskeysPanel, QrCode, SessionsPanel, Skeleton, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './ways-page.html',
  styleUrl: './ways-page.scss',
})
export class WaysPage {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly clock = inject(Clock);
  /** then is where to go once nothing is owed; only paths of this app are followed. */
  readonly then = input<string>();

  protected readonly factors = this.api.read(readFactors);
  protected readonly owes = computed(() => this.session.current()?.owesFactor === true);
  /** begun is the secret that waits for its first code. */
  protected readonly begun = signal<AnswerOf<typeof startTotp> | null>(null);
  protected readonly removing = signal(false);
  protected readonly code = signal('');
  /** codes on paper are shown once; an empty list says that they were made and not told. */
  protected readonly codes = signal<readonly string[] | null>(null);

  protected readonly confirming = commandOf(confirmTotp, ({ session, recoveryCodes }) => {
    this.begun.set(null);
    this.session.begin(session);
    this.tell(recoveryCodes);
  });
  protected readonly giving = commandOf(removeTotp, (session) => {
    this.removing.set(false);
    this.session.begin(session);
    this.factors.reload();
  });
  protected readonly renewing = commandOf(renewRecoveryCodes, ({ recoveryCodes }) => {
    this.tell(recoveryCodes);
  });

  constructor() {
    bringWords({ ways });
  }

  protected readonly name = computed(() => this.session.staff()?.name ?? '');
  protected readonly paperTitle = computed(() =>
    this.speech.say('ways.paper.of', {
      facility: this.session.current()?.facility.name ?? '',
      name: this.name(),
      day: this.speech.day(this.clock.today()),
    }),
  );

  protected async start(): Promise<void> {
    const sent = await this.api.end(startTotp);
    if (sent.kind === 'done') this.begun.set(sent.answer);
  }

  protected async confirm(): Promise<void> {
    await this.confirming.send({ code: this.code().replace(/\s/g, '') });
  }

  protected async remove(): Promise<void> {
    await this.giving.send({});
  }

  protected async renew(): Promise<void> {
    await this.renewing.send({});
  }

  protected async leave(): Promise<void> {
    const then = this.then();
    const safe = then !== undefined && /^\/(?!\/)/.test(then) && !then.startsWith('/sign-in');
    await this.router.navigateByUrl(safe ? then : '/more');
  }

  protected async signOut(): Promise<void> {
    await this.session.signOut();
    await this.router.navigateByUrl('/sign-in');
  }

  protected printCodes(): void {
    globalThis.print();
  }

  /** keyed follows a new passkey; codes on paper came with it only when it is the first factor of all. */
  protected keyed(codes: readonly string[] | null): void {
    if (codes === null) this.factors.reload();
    else this.tell(codes);
  }

  private tell(codes: readonly string[] | null): void {
    this.code.set('');
    this.codes.set(codes ?? []);
    this.factors.reload();
  }
}
