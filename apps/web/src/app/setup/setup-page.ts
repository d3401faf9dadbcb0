import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink, RouterOutlet } from '@angular/router';

import { setup } from '../../i18n/ja/setup';
import { bringWords } from '../ui/manners';
import { OtherLanguages } from '../layout/other-languages';
import { Session } from '../session/session';
import { Icon } from '../ui/icon';
import { Speech } from '../ui/speech';
import { pathOf, stepAt, type StepName, STEPS } from './steps';

/** SetupPage is the frame of はじめの設定: where one is, what the step is for, and the way on. Each step keeps its own work. */
@Component({
  selector: 'az-setup-page',
  imports: [Icon, OtherLanguages, RouterLink, RouterOutlet],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './setup-page.html',
  styleUrl: './setup-page.scss',
})
export class SetupPage {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  private readonly router = inject(Router);
  protected readonly steps = STEPS;
  protected readonly pathOf = pathOf;
  protected readonly step = signal<StepName>(stepAt(this.router.url));
  protected readonly number = computed(() => STEPS.indexOf(this.step()));
  protected readonly previous = computed(() => (this.number() > 1 ? (STEPS[this.number() - 1] ?? null) : null));
  protected readonly next = computed(() => (this.number() > 0 ? (STEPS[this.number() + 1] ?? null) : null));

  constructor() {
    bringWords({ setup });
  }

  protected showStep(heading: HTMLElement): void {
    const changed = this.step() !== stepAt(this.router.url);
    this.step.set(stepAt(this.router.url));
    if (changed) heading.focus();
  }
}
