import { DOCUMENT, inject, Injectable } from '@angular/core';

import { Session } from '../../session/session';
import { Burst } from './burst';
import { pouchIn, withoutLabel } from './label';

/** Scan is what a reader read: the label of a pouch, or something else. */
export type Scan = { readonly kind: 'pouch'; readonly id: string } | { readonly kind: 'other' };

/** Shorter bursts may be a hand that lay on the keys; what is read has a phone number or an id. */
const SHORTEST = 8;
/** So many characters in, it is no finger: a space must press no button any more. */
const SURELY = 3;

interface Begun {
  readonly field: Field;
  readonly value: string;
}
type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * Scanner hears readers that type what they read and end with Enter, wherever the focus is. A label never stays in a field: what
 * stood there before comes back, also when an input method made its letters wide.
 */
@Injectable({ providedIn: 'root' })
export class Scanner {
  private readonly document = inject(DOCUMENT);
  private readonly session = inject(Session);
  private readonly burst = new Burst();
  private begun: Begun | null = null;
  private readonly listeners: ((scan: Scan) => void)[] = [];
  private readonly heard = (event: KeyboardEvent): void => this.hear(event);
  private readonly composed = (event: Event): void => this.takeFrom(event.target);

  /** listen tells the newest listener of every label until it stops. */
  listen(listener: (scan: Scan) => void): () => void {
    if (this.listeners.push(listener) === 1) {
      this.document.addEventListener('keydown', this.heard, { capture: true });
      this.document.addEventListener('compositionend', this.composed, { capture: true });
    }
    return () => {
      this.listeners.splice(this.listeners.indexOf(listener), 1);
      if (this.listeners.length > 0) return;
      this.document.removeEventListener('keydown', this.heard, { capture: true });
      this.document.removeEventListener('compositionend', this.composed, { capture: true });
    };
  }

  private hear(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter') {
      this.end(event);
      return;
    }
    if (event.key.length !== 1) return;
    const field = fieldOf(event.target);
    if (this.burst.add(event.key, event.timeStamp)) this.begun = field && { field, value: field.value };
    if (field === null && this.burst.text.length > SURELY) event.preventDefault();
  }

  private end(event: KeyboardEvent): void {
    const text = this.burst.end(event.timeStamp);
    const field = fieldOf(event.target);
    const id = pouchIn(text) ?? (field && pouchIn(field.value));
    if (id === null && (field !== null || text.length < SHORTEST)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (field !== null) putBack(field, this.begun?.field === field ? this.begun.value : withoutLabel(field.value));
    this.begun = null;
    this.tell(id === null ? { kind: 'other' } : { kind: 'pouch', id });
  }

  /** An input method takes the Enter for itself and gives the text afterwards. */
  private takeFrom(target: EventTarget | null): void {
    const field = fieldOf(target);
    const id = field && pouchIn(field.value);
    if (field === null || id === null) return;
    putBack(field, withoutLabel(field.value));
    this.tell({ kind: 'pouch', id });
  }

  private tell(scan: Scan): void {
    // Nobody acts on a screen that waits for its person, nor behind a question that is open.
    const busy = this.session.locked() || this.document.querySelector('mat-dialog-container') !== null;
    if (!busy) this.listeners.at(-1)?.(scan);
  }
}

const NO_TEXT = ['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit'];

function fieldOf(target: EventTarget | null): Field | null {
  if (target instanceof HTMLTextAreaElement) return target;
  return target instanceof HTMLInputElement && !NO_TEXT.includes(target.type) ? target : null;
}

function putBack(field: Field, value: string): void {
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
