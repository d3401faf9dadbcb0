import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';

import { EmptyState } from './empty-state';
import { Skeleton } from './skeleton';
import { Speech } from './speech';

/** Unread stands in for what is not there yet: its place while it is read, and a way on when that failed. Another way on goes into its content. */
@Component({
  selector: 'az-unread',
  imports: [EmptyState, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (failed()) {
      <az-empty-state icon="no-connection" [title]="failure() ?? speech.say('shell.connectionLost.title')">
        <ng-content>
          <button type="button" class="az-button" (click)="again.emit()">{{ speech.say('shell.reload') }}</button>
        </ng-content>
      </az-empty-state>
    } @else {
      <az-skeleton [rows]="rows()" />
    }
  `,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class Unread {
  protected readonly speech = inject(Speech);
  /** failed is true, or what went wrong. */
  readonly failed = input(false, { transform: (how: unknown) => how !== undefined && how !== false });
  readonly failure = input<string>();
  readonly rows = input(4);
  readonly again = output();
}
