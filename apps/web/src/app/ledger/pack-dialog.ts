import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatDialogModule, MatDialogRef } from '@angular/material/dialog';

import { Choices } from '../ui/choices';
import { Clock } from '../ui/clock';
import { formatCount } from '../ui/format';
import { Icon } from '../ui/icon';
import { PeriodFields } from '../ui/period-fields';
import { Speech } from '../ui/speech';
import { ZipBar } from '../ui/zip-bar';
import { ZipEnd } from '../ui/zip-end';
import { PACK_LOGS, PACK_RANGES, packAsked, type PackChoice, packIssue, packName } from './pack-asked';
import { PackDownload } from './pack-download';
import { PackWords } from './pack-words';
import { monthUntil } from './paper-book';

/** PackDialog hands the record over as a file that others can check: all of it, or a period. */
@Component({
  selector: 'az-pack-dialog',
  imports: [Choices, Icon, MatDialogModule, PeriodFields, ZipBar, ZipEnd],
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
  private readonly today = inject(Clock).today();
  protected readonly ranges = PACK_RANGES;
  protected readonly logs = PACK_LOGS;

  protected readonly choice = signal<PackChoice>({ range: 'all', logs: 'both', ...monthUntil(this.today) });
  protected readonly issue = computed(() => {
    const issue = packIssue(this.choice(), this.today);
    return issue === null ? null : this.speech.say(`zip.issue.${issue}`);
  });
  protected readonly progress = computed(() => {
    const entries = this.download.entries();
    if (entries === null) return this.speech.say('zip.making');
    if (this.download.bytes() === 0) return this.speech.say('zip.waiting');
    return this.speech.say('pack.progress', { done: formatCount(entries.done), of: formatCount(entries.of) });
  });

  protected choose(change: Partial<PackChoice>): void {
    this.choice.update((choice) => ({ ...choice, ...change }));
    this.download.forget();
  }

  protected async make(): Promise<void> {
    if (this.download.busy() || this.issue() !== null) return;
    const choice = this.choice();
    // A touch beside the dialog does not throw away what takes minutes.
    this.dialog.disableClose = true;
    await this.download.make(packAsked(choice), packName(choice, this.today));
    this.dialog.disableClose = false;
  }
}
