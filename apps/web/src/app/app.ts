import { ChangeDetectionStrategy, Component, DOCUMENT, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Preferences } from './layout/preferences';
import { CoursePanel } from './practice/course-panel';
import { IN_PRACTICE } from './ui/practice';

/** App is the root; what is around a screen is drawn by Layout, and what is around all of them in a practice house here. */
@Component({
  selector: 'az-root',
  imports: [CoursePanel, RouterOutlet],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (inPractice) {
      @defer (on immediate) {
        <az-course-panel />
      }
    }
    <router-outlet />
  `,
})
export class App {
  protected readonly inPractice = inject(IN_PRACTICE);

  constructor() {
    // Language and brightness hold on every screen, also where nothing is around it.
    inject(Preferences);
    inject(DOCUMENT).documentElement.classList.toggle('az-practice', this.inPractice);
  }
}
