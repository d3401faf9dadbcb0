import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';

import { Session } from '../session/session';
import { FindingWords } from '../ui/finding-words';
import { Icon } from '../ui/icon';
import { PaperButton } from '../ui/paper-button';
import { Speech } from '../ui/speech';
import { ApplicationForm } from './application-form';
import { PersonLine } from './person-line';
import type { Application } from './work-list';

const ICONS = { 'to-ask': 'question', 'to-apply': 'pencil', applied: 'clock', arrived: 'check' } as const;

/** ApplicationRow is somebody for whom a 資格確認書 is applied for: why, how far it is, and the next step. */
@Component({
  selector: 'az-application-row',
  imports: [ApplicationForm, Icon, PaperButton, PersonLine, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[attr.data-state]': 'line().state' },
  template: `
    <az-person-line [resident]="line().resident">
      <p class="step">
        <az-icon [name]="icon()" /><strong>{{ speech.say('dating.work.apply.state.' + line().state) }}</strong>
        <span>{{ words.reason(line().why.reasonCode) }}</span>
      </p>
      @if (details(); as text) {
        <p class="az-soft">{{ text }}</p>
      }
      @if (session.may('print-forms')) {
        <az-paper-button class="way" form="F12" [label]="speech.say('dating.work.apply.print')" [of]="paper()" />
      }
      @if (line().state === 'arrived' && session.may('take-in')) {
        <a
          class="az-button way"
          routerLink="/intake"
          [queryParams]="{ resident: line().resident.id, kind: 'eligibility-certificate' }"
          >{{ speech.say('dating.work.apply.takeIn') }}</a
        >
      }
      @if (session.may('keep-deadlines') && !open()) {
        <button type="button" class="az-button way" (click)="open.set(true)">
          {{ speech.say('dating.work.apply.note')
          }}<span class="az-sr-only">{{ speech.person(line().resident.name) }}</span>
        </button>
      }
    </az-person-line>
    @if (open()) {
      <az-application-form
        [residentId]="line().resident.id"
        [noted]="line().noted"
        [version]="line().version"
        (changed)="open.set(false); changed.emit()"
        (cancelled)="open.set(false)"
      />
    }
  `,
  styleUrl: './work-row.scss',
})
export class ApplicationRow {
  protected readonly speech = inject(Speech);
  protected readonly words = inject(FindingWords);
  protected readonly session = inject(Session);
  readonly line = input.required<Application>();
  readonly changed = output();

  protected readonly open = signal(false);
  protected readonly paper = computed(() => ({ residentIds: [this.line().resident.id] }));
  protected readonly icon = computed(() => ICONS[this.line().state]);
  protected readonly details = computed(() => {
    const { noted } = this.line();
    if (noted === null) return null;
    const { ground, applicant, byProxy, appliedOn, arrivedOn } = noted;
    const on = (key: 'applied' | 'arrived', day: string | null): string[] =>
      day === null ? [] : [this.speech.say(`dating.work.apply.${key}`, { day: this.speech.day(day) })];
    return [
      this.speech.word('applicationGround', ground),
      this.speech.word('applicant', applicant),
      ...(byProxy ? [this.speech.say('dating.work.apply.byProxy')] : []),
      ...on('applied', appliedOn),
      ...on('arrived', arrivedOn),
    ].join(this.speech.say('words.join'));
  });
}
