import { ChangeDetectionStrategy, Component, DestroyRef, inject, output, signal } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { type AnswerOf, listItems, listStorages } from '@azukari/contract';
import { firstValueFrom } from 'rxjs';

import { Api } from '../api';
import { Icon } from '../icon';
import { Speech } from '../speech';
import { ScanWords } from './scan-words';
import { type Scan, Scanner } from './scanner';

/** ScannedPouch is a pouch whose label was read, with what belongs into it, wherever that is now. */
export interface ScannedPouch {
  readonly id: string;
  readonly path: string;
  readonly drawerId: string | null;
  readonly items: AnswerOf<typeof listItems>['items'];
}

/** Why a label leads nowhere. */
type Trouble = 'other' | 'foreign' | 'retired' | 'unread' | 'nothing' | 'elsewhere';

/** ScanLine lets the label of a pouch be read on a screen, by a reader or by the camera, and says what is wrong with one. */
@Component({
  selector: 'az-scan-line',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <button type="button" class="az-button az-button--quiet" (click)="look()">
      <az-icon name="magnifier" />{{ speech.say('scan.camera.open') }}
    </button>
    @if (trouble(); as why) {
      <p role="alert"><az-icon name="warning" />{{ speech.say('scan.' + why.kind, { path: why.path }) }}</p>
    } @else if (readNow(); as path) {
      <p role="status"><az-icon name="check" />{{ speech.say('scan.read', { path }) }}</p>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 12px;
    }
    p {
      display: flex;
      align-items: center;
      gap: 8px;
      font-weight: 700;
    }
    [role='alert'] {
      color: var(--az-red);
    }
  `,
})
export class ScanLine {
  protected readonly speech = inject(Speech);
  private readonly api = inject(Api);
  private readonly dialog = inject(MatDialog);
  readonly scanned = output<ScannedPouch>();

  protected readonly trouble = signal<{ readonly kind: Trouble; readonly path: string } | null>(null);
  protected readonly readNow = signal<string | null>(null);
  /** Of two labels that are read quickly the later one counts. */
  private newest = 0;

  constructor() {
    inject(ScanWords);
    inject(DestroyRef).onDestroy(inject(Scanner).listen((scan) => void this.take(scan)));
  }

  /** refuse says why nothing here answers to the pouch that was read. */
  refuse(path: string, kind: 'nothing' | 'elsewhere' = 'nothing'): void {
    this.readNow.set(null);
    this.trouble.set({ kind, path });
  }

  protected async look(): Promise<void> {
    const { CameraDialog } = await import('./camera-dialog');
    const scan = await firstValueFrom(
      this.dialog.open<unknown, never, Scan>(CameraDialog, { width: '480px' }).afterClosed(),
    );
    if (scan !== undefined) await this.take(scan);
  }

  private async take(scan: Scan): Promise<void> {
    this.newest += 1;
    const mine = this.newest;
    const found = scan.kind === 'other' ? 'other' : await this.pouch(scan.id);
    if (mine !== this.newest) return;
    this.readNow.set(typeof found === 'object' && 'items' in found ? found.path : null);
    this.trouble.set(typeof found === 'string' ? { kind: found, path: '' } : 'items' in found ? null : found);
    if (typeof found === 'object' && 'items' in found) this.scanned.emit(found);
  }

  private async pouch(
    id: string,
  ): Promise<ScannedPouch | Trouble | { readonly kind: 'retired'; readonly path: string }> {
    const [places, lying] = await Promise.all([
      this.api.ask(listStorages),
      this.api.ask(listItems, { query: { storageId: id, limit: 200 } }),
    ]);
    if (places.kind !== 'done') return 'unread';
    const place = places.answer.storages.find((one) => one.id === id);
    // Another facility's things look like those that nobody knows.
    if (!place) return 'foreign';
    if (place.retired) return { kind: 'retired', path: place.path };
    if (lying.kind !== 'done') return 'unread';
    const items = lying.answer.items.filter(({ custody }) => custody.at !== 'ended');
    return { id, path: place.path, drawerId: place.parentId, items };
  }
}
