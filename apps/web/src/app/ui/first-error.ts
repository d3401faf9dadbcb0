import { afterNextRender, type Injector } from '@angular/core';

/** goToFirstError moves the focus to the first control of the screen that is marked as wrong, once it is drawn. */
export function goToFirstError(injector: Injector): void {
  const go = (): void => {
    const first = document.querySelector<HTMLElement>('main [aria-invalid="true"]');
    const control =
      first?.matches('input, select, textarea') === false ? first.querySelector<HTMLElement>('input, select') : first;
    control?.focus({ preventScroll: true });
    first?.scrollIntoView({ block: 'center' });
  };
  afterNextRender({ read: go }, { injector });
}
