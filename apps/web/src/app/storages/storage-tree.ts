import type { ComponentType } from '@angular/cdk/portal';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { listStorages } from '@azukari/contract';
import { firstValueFrom } from 'rxjs';

import { Session } from '../session/session';
import { Api } from '../ui/api';
import { EmptyState } from '../ui/empty-state';
import { Icon } from '../ui/icon';
import { Speech } from '../ui/speech';
import { Unread } from '../ui/unread';
import type { Adding } from './add-dialog';
import { inUse, itemsWithin, type Place, type PlaceNode, placeTree } from './place';

/** StorageTree shows every place with the number of items that lie or belong there, and lets managers keep it. */
@Component({
  selector: 'az-storage-tree',
  imports: [EmptyState, Icon, Unread],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './storage-tree.html',
  styleUrl: './storage-tree.scss',
})
export class StorageTree {
  protected readonly speech = inject(Speech);
  private readonly session = inject(Session);
  private readonly api = inject(Api);
  private readonly dialog = inject(MatDialog);

  protected readonly read = this.api.read(listStorages);
  protected readonly mayKeep = computed(() => this.session.may('keep-storages'));
  protected readonly withRetired = signal(false);
  protected readonly someRetired = computed(
    () => this.read.hasValue() && this.read.value().storages.some(({ retired }) => retired),
  );
  protected readonly lockers = computed(() => {
    if (!this.read.hasValue()) return null;
    const all = placeTree(this.read.value().storages);
    return this.withRetired() ? all : inUse(all);
  });
  protected readonly itemsWithin = itemsWithin;

  protected pouches(node: PlaceNode): readonly PlaceNode[] {
    return node.inside.filter(({ place }) => place.kind === 'pouch');
  }

  protected drawers(node: PlaceNode): readonly PlaceNode[] {
    return node.inside.filter(({ place }) => place.kind === 'drawer');
  }

  protected async add(kind: Adding['kind'], parent: PlaceNode | null): Promise<void> {
    const { AddDialog } = await import('./add-dialog');
    await this.ask(AddDialog, { kind, parent });
  }

  protected async open(place: Place): Promise<void> {
    const { PlaceDialog } = await import('./place-dialog');
    await this.ask(PlaceDialog, place);
  }

  private async ask(dialog: ComponentType<unknown>, data: Adding | Place): Promise<void> {
    const ref = this.dialog.open<unknown, Adding | Place, boolean>(dialog, { data, width: '560px' });
    await firstValueFrom(ref.afterClosed());
    // Some of several pouches may have been made even when the dialog was left: what is shown is what there is.
    this.read.reload();
  }
}
