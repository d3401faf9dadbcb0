import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type AnswerOf, checkAnchor, readAnchors } from '@azukari/contract';

import { Api, type Asked } from '../ui/api';
import { Banner, type BannerTone } from '../ui/banner';
import { formatCount } from '../ui/format';
import { Outcome } from '../ui/outcome';
import { Speech } from '../ui/speech';
import { TextField } from '../ui/text-field';
import { AnchorsWords } from './anchors-words';
import { CodePhoto } from './code-photo';

type Checked = AnswerOf<typeof checkAnchor>;

/** AnchorsPanel says up to where the record is known outside the house, and compares it with what somebody has kept. */
@Component({
  selector: 'az-anchors-panel',
  imports: [Banner, CodePhoto, Outcome, RouterLink, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'az-card' },
  template: `
    <h2>{{ speech.say('anchors.title') }}</h2>
    @if (anchors.hasValue()) {
      @if (anchors.value().anchors[0]; as newest) {
        <p class="far">
          {{
            speech.say('anchors.upTo', {
              seq: formatCount(newest.size - 1),
              at: speech.moment(newest.at),
              kind: speech.say('anchors.kind.' + newest.kind),
            })
          }}
        </p>
        <p>
          {{
            open() > 0 ? speech.say('anchors.open', { count: formatCount(open()) }) : speech.say('anchors.allCovered')
          }}
        </p>
        <details>
          <summary>{{ speech.say('anchors.list') }}</summary>
          <ul>
            @for (anchor of anchors.value().anchors; track anchor.kind + anchor.size) {
              <li>
                {{
                  speech.say('anchors.row', {
                    kind: speech.say('anchors.kind.' + anchor.kind),
                    at: speech.moment(anchor.at),
                    seq: formatCount(anchor.size - 1),
                  })
                }}
                <span class="code">{{ anchor.code }}</span>
              </li>
            }
          </ul>
        </details>
      } @else {
        <p>{{ speech.say('anchors.none') }}</p>
      }
    }
    <form novalidate class="az-no-print" (submit)="$event.preventDefault(); check()">
      <h3>{{ speech.say('anchors.check.title') }}</h3>
      <az-text-field
        name="kept-anchor"
        [long]="true"
        [label]="speech.say('anchors.check.label')"
        [error]="empty() ? speech.say('anchors.check.empty') : null"
        [(text)]="kept"
      />
      <az-code-photo (read)="kept.set($event); check()" />
      <button type="submit" class="az-button">{{ speech.say('anchors.check.submit') }}</button>
    </form>
    @if (checked(); as found) {
      <az-banner [tone]="tone(found)" [body]="words(found)" />
      @if (found.givenUpBy !== null) {
        <az-banner tone="info" [body]="speech.say('anchors.check.givenUp', { seq: formatCount(found.givenUpBy) })" />
        <a class="az-button" routerLink="/gaps">{{ speech.say('anchors.check.openGaps') }}</a>
      }
    } @else {
      <az-outcome [of]="ended()" (again)="check()" />
    }
    <p class="az-soft">{{ speech.say('anchors.stranger') }}</p>
  `,
  styles: `
    :host,
    form {
      display: grid;
      gap: 10px;
      justify-items: start;
    }
    az-text-field {
      width: 100%;
    }
    .far {
      font-weight: 700;
    }
    summary {
      min-height: 48px;
      align-content: center;
      cursor: pointer;
    }
    .code {
      font-variant-numeric: tabular-nums;
      letter-spacing: 0.06em;
    }
  `,
})
export class AnchorsPanel {
  protected readonly speech = inject(Speech);
  private readonly api = inject(Api);
  protected readonly anchors = this.api.read(readAnchors);
  protected readonly formatCount = formatCount;
  protected readonly kept = signal('');
  protected readonly empty = signal(false);
  protected readonly checked = signal<Checked | null>(null);
  protected readonly ended = signal<Asked<unknown> | null>(null);
  /** How many entries nothing outside vouches for. */
  protected readonly open = computed(() => {
    if (!this.anchors.hasValue()) return 0;
    const { size, anchors } = this.anchors.value();
    return size - (anchors[0]?.size ?? 0);
  });

  constructor() {
    inject(AnchorsWords);
  }

  protected async check(): Promise<void> {
    const kept = this.kept().trim();
    this.empty.set(kept === '');
    this.checked.set(null);
    this.ended.set(null);
    if (kept === '') return;
    const asked = await this.api.ask(checkAnchor, { query: { kept } });
    this.checked.set(asked.kind === 'done' ? asked.answer : null);
    this.ended.set(asked.kind === 'done' ? null : asked);
  }

  protected tone({ outcome }: Checked): BannerTone {
    if (outcome === 'fits') return 'done';
    return outcome === 'unreadable' || outcome === 'other-record' ? 'info' : 'refused';
  }

  protected words({ outcome, by, size, recordedAt }: Checked): string {
    const said = this.speech.say(`anchors.check.${outcome}`, {
      seq: formatCount((size ?? 1) - 1),
      count: formatCount(size ?? 0),
      at: recordedAt === null ? '' : this.speech.moment(recordedAt),
    });
    return outcome === 'fits' && by === 'code' ? `${said}${this.speech.say('anchors.check.byCode')}` : said;
  }
}
