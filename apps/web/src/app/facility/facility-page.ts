import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { changeFacility, readFacility } from '@azukari/contract';
import { HONORIFICS, RESIDENT_WORDS } from '@azukari/domain';

import { Session } from '../session/session';
import { Api } from '../ui/api';
import { Banner } from '../ui/banner';
import { Field } from '../ui/field';
import { commandOf } from '../ui/command';
import { formTexts } from '../ui/form-texts';
import { Icon } from '../ui/icon';
import { Manners } from '../ui/manners';
import { Outcome } from '../ui/outcome';
import { PageHeading } from '../ui/page-heading';
import { Speech } from '../ui/speech';
import { Unread } from '../ui/unread';
import { AgreementText } from './agreement-text';
import { Regulation } from './regulation';

const TEXTS = ['name', 'kana', 'head', 'address', 'phone'] as const;

/** FacilityPage is 施設の設定: what stands on papers and how people are called. Who may only read sees it and changes nothing. */
@Component({
  selector: 'az-facility-page',
  imports: [AgreementText, Banner, Field, Icon, Outcome, PageHeading, Regulation, RouterLink, Unread],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './facility-page.html',
  styleUrl: './facility-page.scss',
})
export class FacilityPage {
  protected readonly speech = inject(Speech);
  private readonly session = inject(Session);
  private readonly api = inject(Api);
  private readonly manners = inject(Manners);
  protected readonly texts = TEXTS;
  protected readonly words = RESIDENT_WORDS;
  protected readonly honorifics = HONORIFICS;
  protected readonly facility = this.api.read(readFacility);
  protected readonly mayKeep = computed(() => this.session.may('keep-settings'));
  protected readonly saving = commandOf(changeFacility, (facility) => {
    this.manners.adopt(facility);
    this.saved.set(true);
    this.facility.reload();
    return this.session.reread();
  });
  protected readonly saved = signal(false);

  protected async save(event: Event): Promise<void> {
    const form = formTexts(event);
    if (!this.facility.hasValue()) return;
    this.saved.set(false);
    const residentWord = RESIDENT_WORDS.find((word) => word === form.text('residentWord'));
    const honorific = HONORIFICS.find((word) => word === form.text('honorific'));
    await this.saving.send({
      version: this.facility.value().version,
      name: form.text('name'),
      kana: form.text('kana'),
      head: form.text('head'),
      address: form.text('address'),
      phone: form.text('phone'),
      nightListAt: form.text('nightListAt') || null,
      ...(residentWord ? { residentWord } : {}),
      ...(honorific ? { honorific } : {}),
    });
  }

  /** readAgain fetches what somebody else has changed meanwhile; what was typed here is then typed again. */
  protected readAgain(): void {
    this.saving.forget();
    this.facility.reload();
  }
}
