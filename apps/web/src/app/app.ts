import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Preferences } from './layout/preferences';

/** App is the root; what is around a screen is drawn by Layout. */
@Component({
  selector: 'az-root',
  imports: [RouterOutlet],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: '<router-outlet />',
})
export class App {
  constructor() {
    // Language and brightness hold on every screen, also where nothing is around it.
    inject(Preferences);
  }
}
