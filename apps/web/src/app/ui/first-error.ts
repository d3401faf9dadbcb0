import { afterNextRender, ElementRef, type Injector } from '@angular/core';

/**
 * goToFirstError moves the focus to the first control of a page or dialog that is marked as wrong, once it is drawn.
 * Without one, what the answer says is brought into view: it may lie below the edge.
 */
export function goToFirstError(injector: Injector): void {
  const host = injector.get<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  const go = (): void => {
    const first = host.querySelector<HTMLElement>('[aria-invalid="true"]');
    const control =
      first?.matches('input, select, textarea') === false ? first.querySelector<HTMLElement>('input, select') : first;
    control?.focus({ preventScroll: true });
    if (first) first.scrollIntoView({ block: 'center' });
    else host.querySelector('az-outcome:not(:empty)')?.scrollIntoView({ block: 'nearest' });
  };
  afterNextRender({ read: go }, { injector });
}
