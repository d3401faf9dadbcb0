import { ChangeDetectionStrategy, Component, computed, DestroyRef, DOCUMENT, inject, signal } from '@angular/core';
import { MatDialogModule, MatDialogRef } from '@angular/material/dialog';

import type { Sent } from '../ui/api';
import { Banner } from '../ui/banner';
import { Choices } from '../ui/choices';
import { Clock } from '../ui/clock';
import { Field } from '../ui/field';
import { valueOf } from '../ui/form-texts';
import { Icon } from '../ui/icon';
import { Outcome } from '../ui/outcome';
import { Speech } from '../ui/speech';
import { PACK_LOGS, PACK_RANGES, packAsked, type PackChoice, packIssue, packName } from './pack-asked';
import { PackBar } from './pack-bar';
import { PackDownload } from './pack-download';
import { PackWords } from './pack-words';
import { monthUntil } from './paper-book';

/** PackDialog hands the record over as a file that others can check: all of it, or a period. */
@Component({
  selector: 'az-pack-dialog',
  imports: [Banner, Choices, Field, Icon, MatDialogModule, Outcome, PackBar],
  providers: [PackDownload],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './pack-dialog.html',
  styleUrl: '../ui/dialog-form.scss',
})
export class PackDialog {
  protected readonly words = inject(PackWords);
  protected readonly speech = inject(Speech);
  protected readonly download = inject(PackDownload);
  private readonly dialog = inject<MatDialogRef<PackDialog>>(MatDialogRef);
  private readonly document = inject(DOCUMENT);
  private readonly today = inject(Clock).today();
  protected readonly valueOf = valueOf;
  protected readonly ranges = PACK_RANGES;
  protected readonly logs = PACK_LOGS;

  protected readonly choice = signal<PackChoice>({ range: 'all', logs: 'both', ...monthUntil(this.today) });
  protected readonly issue = computed(() => {
    const issue = packIssue(this.choice(), this.today);
    return issue === null ? null : this.speech.say(`pack.issue.${issue}`);
  });
  protected readonly busy = signal(false);
  protected readonly stopped = signal(false);
  /** Nothing of a pack that broke off is kept; it is made anew. */
  protected readonly broken = signal(false);
  protected readonly ended = signal<Sent<unknown> | null>(null);
  protected readonly made = signal<{ readonly name: string; readonly address: string } | null>(null);

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.release();
    });
  }

  protected choose(change: Partial<PackChoice>): void {
    this.choice.update((choice) => ({ ...choice, ...change }));
    this.release();
    this.stopped.set(false);
  }

  protected async make(): Promise<void> {
    if (this.busy() || this.issue() !== null) return;
    const choice = this.choice();
    this.release();
    this.ended.set(null);
    this.stopped.set(false);
    this.broken.set(false);
    this.hold(true);
    const sent = await this.download.fetch(packAsked(choice));
    this.hold(false);
    this.stopped.set(sent === null);
    this.broken.set(sent?.kind === 'unconfirmed');
    if (sent?.kind === 'done') this.save(choice, sent.answer);
    else if (!this.broken()) this.ended.set(sent);
  }

  private save(choice: PackChoice, file: Blob): void {
    const made = { name: packName(choice, this.today), address: URL.createObjectURL(file) };
    this.made.set(made);
    const link = this.document.createElement('a');
    link.href = made.address;
    link.download = made.name;
    link.click();
  }

  /** A touch beside the dialog does not throw away what takes minutes. */
  private hold(busy: boolean): void {
    this.busy.set(busy);
    this.dialog.disableClose = busy;
  }

  private release(): void {
    const made = this.made();
    if (made !== null) URL.revokeObjectURL(made.address);
    this.made.set(null);
  }
}
