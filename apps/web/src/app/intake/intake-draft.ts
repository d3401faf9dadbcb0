import { Injectable } from '@angular/core';
import type { Condition, HoldReason, ItemKind } from '@azukari/domain';

import { type DescriptionDraft, NOTHING_KNOWN } from '../ui/description-form';

/** IntakeDraft is what has been said of an item so far. */
export interface IntakeDraft {
  readonly kind: ItemKind | null;
  readonly label: string;
  readonly known: DescriptionDraft;
  readonly unknown: boolean;
  /** Whose paper it is; null: as the rules say; undefined while nobody has said. */
  readonly insurerId: string | null | undefined;
  readonly pouch: string | null;
  readonly condition: Condition;
  readonly handedInBy: string;
  readonly holdReason: HoldReason;
  readonly note: string;
}

/** NOTHING_SAID is an empty form. */
export const NOTHING_SAID: IntakeDraft = {
  kind: null,
  label: '',
  known: NOTHING_KNOWN,
  unknown: false,
  insurerId: undefined,
  pouch: null,
  condition: 'good',
  handedInBy: '',
  holdReason: 'no-agreement',
  note: '',
};

/** IntakeDrafts keeps what was typed while a 預かり依頼書 is written on its own page; it forgets with the browser's tab. */
@Injectable({ providedIn: 'root' })
export class IntakeDrafts {
  private kept: { readonly residentId: string; readonly draft: IntakeDraft } | null = null;

  keep(residentId: string, draft: IntakeDraft): void {
    this.kept = { residentId, draft };
  }

  /** take gives back what was kept for a resident, once. */
  take(residentId: string): IntakeDraft | null {
    const kept = this.kept?.residentId === residentId ? this.kept.draft : null;
    this.kept = null;
    return kept;
  }
}
