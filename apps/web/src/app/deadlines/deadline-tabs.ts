import { ChangeDetectionStrategy, Component } from '@angular/core';

import { Tabs } from '../ui/tabs';

/** DeadlineTabs lead from one page of 期限 to another. */
@Component({
  selector: 'az-deadline-tabs',
  imports: [Tabs],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<az-tabs words="dating.tabs" [tabs]="tabs" />`,
})
export class DeadlineTabs {
  protected readonly tabs = [
    { name: 'all', path: '/deadlines' },
    { name: 'work', path: '/deadlines/work' },
  ];
}
