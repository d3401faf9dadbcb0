import { inject, Injectable } from '@angular/core';
import { hepburn, type HolderRef, type ItemKind } from '@azukari/domain';
import { TranslocoService } from '@jsverse/transloco';

import { Clock } from './clock';
import { withCountReadings } from './counted';
import { formatDay, formatMoment, formatMonth, formatTime, type Lang, LANGS } from './format';
import { withNameReading, withoutReadings } from './furigana';
import { Manners } from './manners';

/** WordGroup is a group of the shared word list. */
export type WordGroup =
  | 'kind'
  | 'purpose'
  | 'relation'
  | 'disposition'
  | 'ended'
  | 'state'
  | 'holdReason'
  | 'level'
  | 'role'
  | 'condition'
  | 'capacity'
  | 'howHeard'
  | 'handOverRule'
  | 'leaveReason'
  | 'insurer'
  | 'envelopeSender'
  | 'envelopeRule'
  | 'authMode'
  | 'storageKind'
  | 'amendReason'
  | 'cancelReason'
  | 'deadline'
  | 'closeReason'
  | 'applicationGround'
  | 'applicant'
  | 'noticeWish'
  | 'channel'
  | 'noticeState'
  | 'noticeFailure'
  | 'noticeOutcome'
  | 'familyAnswer'
  | 'answerTask'
  | 'hold'
  | 'field'
  | 'action'
  | 'lossStep'
  | 'lossPlace'
  | 'lossEnd'
  | 'regulationPlace';

/** HolderAnswer is who has an item, as the API tells it. */
export type HolderAnswer =
  | { readonly kind: 'staff'; readonly staffId: string; readonly name: string }
  | { readonly kind: 'other'; readonly relation: string; readonly name: string };

/** Speech says facts in the language of the screen. Read inside a template or a computed it follows the language switch. */
@Injectable({ providedIn: 'root' })
export class Speech {
  private readonly transloco = inject(TranslocoService);
  private readonly clock = inject(Clock);
  private readonly manners = inject(Manners);

  /** lang is the language of the screen now. */
  lang(): Lang {
    const active = this.transloco.activeLang();
    return LANGS.find((lang) => lang === active) ?? 'ja';
  }

  say(key: string, params: Readonly<Record<string, string | number>> = {}): string {
    this.manners.current();
    const lang = this.lang();
    const said = this.transloco.translate(key, params, lang);
    return lang === 'ja-easy' ? withCountReadings(this.manners.easily(said)) : said;
  }

  /** plain says it without readings: for what is not drawn by Angular, and for what is sent to the server. */
  plain(key: string, params: Readonly<Record<string, string | number>> = {}): string {
    return withoutReadings(this.say(key, params));
  }

  /** word is the name of a code in the shared list. */
  word(group: WordGroup, code: string): string {
    return this.say(`words.${group}.${code}`);
  }

  /** month is a month with its year. */
  month(month: string): string {
    return formatMonth(month, this.lang(), 'long');
  }

  /** item is what to call an item: its label if it is of the kind `other`, else the name of its kind. */
  item(kind: ItemKind, label?: string | null): string {
    return kind === 'other' && label ? label : this.word('kind', kind);
  }

  /** items joins several names. */
  items(items: readonly { readonly kind: ItemKind; readonly label: string | null }[]): string {
    return items.map(({ kind, label }) => this.item(kind, label)).join(this.say('words.join'));
  }

  /** person names a resident; who reads few kanji or none has the kana above or Latin letters beside, where the kana are known. */
  person(name: string, kana = ''): string {
    if (this.lang() === 'ja-easy')
      return this.manners.politely(this.say('words.honorific', { name: withNameReading(name, kana) }));
    const said = this.say('words.honorific', { name });
    const reading = this.lang() === 'en' ? hepburn(kana) : '';
    return reading === '' ? said : this.say('words.withReading', { name: said, reading });
  }

  /** reading is how a name is read: in kana, or in Latin letters for who reads English. */
  reading(kana: string): string {
    return this.lang() === 'en' ? hepburn(kana) : kana;
  }

  /** holder names who has an item. */
  holder(holder: HolderAnswer): string {
    if (holder.kind === 'staff') return this.say('words.staffHolder', { name: holder.name });
    return holder.name === '' ? this.word('relation', holder.relation) : holder.name;
  }

  /** holderRef names a holder of whom only the reference may be known. */
  holderRef(ref: HolderRef, name: string | null): string {
    const [kind = '', code = ''] = ref.split(':');
    if (kind === 'staff') return name === null ? this.say('words.someone') : this.say('words.staffHolder', { name });
    return name === null || name === '' ? this.word('relation', code) : name;
  }

  day(day: string): string {
    return formatDay(day, this.lang());
  }

  time(at: string): string {
    return formatTime(at);
  }

  moment(at: string): string {
    return formatMoment(at, this.clock.now(), this.lang());
  }
}
