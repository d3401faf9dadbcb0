import { inject, Injectable, signal } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';

/** Unsaved knows whether somebody has entered something on this screen that is not recorded yet. */
@Injectable({ providedIn: 'root' })
export class Unsaved {
  private readonly entered = signal(false);
  readonly something = this.entered.asReadonly();

  constructor() {
    inject(Router).events.subscribe((event) => {
      if (event instanceof NavigationEnd) this.settle();
    });
  }

  /** note takes every input of the screen; looking for somebody enters nothing. */
  note({ target }: Event): void {
    if (!(target instanceof HTMLInputElement && target.type === 'search')) this.entered.set(true);
  }

  /** settle is for what was recorded, or is kept elsewhere. */
  settle(): void {
    this.entered.set(false);
  }
}
