import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AnswerOf, listContacts } from '@azukari/contract';

import { Session } from '../session/session';
import { EmptyState } from '../ui/empty-state';
import { HandOverChip } from '../ui/hand-over-chip';
import { Icon } from '../ui/icon';
import { WordPipe } from '../ui/moment-pipes';
import { Speech } from '../ui/speech';

/** Contact is a 連絡先. */
export type Contact = AnswerOf<typeof listContacts>['contacts'][number];

/** ContactsPanel lists who is called, in order, and who must never be given a card. */
@Component({
  selector: 'az-contacts-panel',
  imports: [EmptyState, HandOverChip, Icon, RouterLink, WordPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ol>
      @for (one of contacts(); track one.id) {
        <li [class.never]="one.handOver === 'never'">
          <span class="order">{{ one.order }}</span>
          <div class="who">
            @if (one.kana) {
              <span class="kana">{{ one.kana }}</span>
            }
            <strong>{{ one.name }}</strong>
            <span>{{ one.relation ? one.relation + '・' : '' }}{{ one.capacity | azWord: 'capacity' }}</span>
            @if (one.phone) {
              <a class="phone" [href]="'tel:' + one.phone"><az-icon name="phone" />{{ one.phone }}</a>
            }
            @if (one.email) {
              <span class="az-soft">{{ one.email }}</span>
            }
            @if (one.address) {
              <span class="az-soft">{{ one.address }}</span>
            }
            <span>{{ speech.say('resident.contact.notices', { wish: (one.notices | azWord: 'noticeWish') }) }}</span>
            @if (one.note) {
              <span class="az-soft">{{ one.note }}</span>
            }
          </div>
          <div class="chips">
            <az-hand-over-chip [rule]="one.handOver" />
            @if (!one.mayKnow) {
              <span class="quiet"><az-icon name="close" />{{ speech.say('resident.contact.mayNotKnow') }}</span>
            }
            @if (one.language !== 'ja') {
              <span class="quiet"
                ><az-icon name="language" />{{ speech.say('resident.contact.language.' + one.language) }}</span
              >
            }
          </div>
          @if (session.may('keep-contacts')) {
            <a class="az-button az-no-print" [routerLink]="['/residents', residentId(), 'contacts', one.id]">
              <az-icon name="pencil" /><span class="az-sr-only">{{
                speech.say('resident.contact.edit', { name: one.name })
              }}</span>
            </a>
          }
        </li>
      } @empty {
        <li class="wide">
          <az-empty-state
            icon="phone"
            [title]="speech.say('resident.contact.empty')"
            [body]="speech.say('resident.contact.emptyBody')"
          />
        </li>
      }
    </ol>
    @if (session.may('keep-contacts')) {
      <a class="az-button new az-no-print" [routerLink]="['/residents', residentId(), 'contacts', 'new']">
        <az-icon name="plus" />{{ speech.say('resident.contact.new') }}
      </a>
    }
  `,
  styles: `
    :host,
    ol {
      display: grid;
      gap: 10px;
    }
    li:not(.wide) {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
      gap: 6px 12px;
      padding: 10px 12px;
      border: 1px solid var(--az-line);
      border-radius: var(--az-radius);
    }
    li.never {
      border: 2px solid var(--az-red-fill);
    }
    .order {
      display: grid;
      place-items: center;
      width: 2rem;
      height: 2rem;
      border-radius: 50%;
      background: var(--az-neutral-soft);
      font-weight: 700;
    }
    .who {
      display: grid;
      line-height: 1.45;
    }
    .kana {
      font-size: 0.834rem;
      color: var(--az-ink-soft);
    }
    .phone {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      min-height: var(--az-target);
    }
    .chips {
      grid-column: 2 / -1;
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
    }
    .chips:has(+ a) {
      grid-column: 2;
    }
    li > a.az-button {
      grid-area: 1 / 3;
      align-self: start;
      padding: 4px 12px;
    }
    .quiet {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      padding: 3px 10px;
      border-radius: 999px;
      background: var(--az-neutral-soft);
      font-size: 0.889rem;
    }
    .new {
      justify-self: start;
    }
  `,
})
export class ContactsPanel {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  readonly residentId = input.required<string>();
  readonly contacts = input.required<readonly Contact[]>();
}
