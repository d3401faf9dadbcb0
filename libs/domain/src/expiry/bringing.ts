import type { CalendarDay, Uuid } from '../instant.ts';
import type { AuthMode, InsurerType, ItemKind } from '../item.ts';
import type { ItemFacts, ResidentFacts } from './deadline.ts';
import type { ReasonCode, Value } from './finding.ts';
import type { ExpirySettings } from './settings.ts';
import { all, leaflet, MANUAL, VISITING } from './sources.ts';

/** VISIT_SETTINGS: 外来, 薬局, 訪問診療, オンライン診療, 入院, 役所. */
export const VISIT_SETTINGS = [
  'outpatient',
  'pharmacy',
  'home-visit',
  'online',
  'hospital-stay',
  'municipal-office',
] as const;
export type VisitSetting = (typeof VISIT_SETTINGS)[number];

/** VisitItem is an item in the safe that may be brought. */
export interface VisitItem extends ItemFacts {
  readonly id: Uuid;
  readonly authMode: AuthMode | null;
}

/** Visit is a resident, a day, a place, and whether the resident goes along (at a home visit: is there). */
export interface Visit {
  readonly setting: VisitSetting;
  readonly day: CalendarDay;
  readonly residentGoesAlong: boolean;
  readonly items: readonly VisitItem[];
  readonly resident: ResidentFacts;
  readonly insurerType: InsurerType | null;
  /** What insurers do in their own way, by the key that an item names. */
  readonly insurers?: ExpirySettings['insurers'];
}

/** FALLBACK_SOURCES are the ways on when the reader does not recognise the card (the first), or fails, and where they are written. */
export const FALLBACK_SOURCES = {
  /** 目視モード: the clinic's staff compares the photograph. */
  'visual-check': leaflet(16),
  /** 資格情報のお知らせ, shown with the card. */
  'notice-with-card': '知立市「資格情報のお知らせ・資格確認書の一斉更新について」',
  /** A: the screen or PDF of マイナポータル, with the card. */
  'portal-screen': leaflet(6, 17),
  /** B: asked by word of mouth, where she was seen before. */
  'oral-confirmation': leaflet(17),
  /** C: 被保険者資格申立書. */
  'statement-form': leaflet(17),
  /** マイナ資格確認アプリ, where the visitor may compare the photograph; マイナ在宅受付Web cannot. */
  'visit-app': all(VISITING, leaflet(11, 19)),
} as const satisfies Readonly<Record<string, string>>;
export type FallbackStep = keyof typeof FALLBACK_SOURCES;

/** ADVICE_SOURCES are what else to do, and where it is written. */
export const ADVICE_SOURCES = {
  /** ご本人が行かないときは、マイナンバーカードは原則使えません。先に電話で確認してください. */
  'resident-absent-call-first': all(MANUAL, leaflet(14, 20)),
  /** For fetched medicine the prescription is enough. */
  'prescription-is-enough': MANUAL,
  'call-first': all(VISITING, leaflet(17)),
  /** First visit of the month or a new clinic. */
  'public-assistance-call-first':
    '生活保護法（昭和25年法律第144号）第34条・医療扶助運営要領（昭和36年9月30日 社発第727号）',
  /** 次の受診で、読み取り機に更新のお知らせが出るか確認. */
  'watch-for-renewal-notice': leaflet(5),
  'check-registration': leaflet(6),
  /** At her wish, in front of her, when it cannot be helped; never the PIN. */
  'staff-may-place-the-card': all(leaflet(4, 20), VISITING),
  'later-visits-need-no-card': all(leaflet(19), VISITING),
  'nothing-proves-eligibility': leaflet(17, 18),
} as const satisfies Readonly<Record<string, string>>;
export type AdviceCode = keyof typeof ADVICE_SOURCES;

/** OFFICE_SOURCES are where it is written for who goes to a city office: the leaflets are about clinics and pharmacies. */
export const OFFICE_SOURCES: Readonly<Partial<Record<AdviceCode, string>>> = {
  'resident-absent-call-first': MANUAL,
};

/** BRINGING_REASONS say why something is proposed, or is not, beside the reasons of the rules themselves. */
export const BRINGING_REASONS = [
  'proves-alone',
  'proves-with-face-or-pin',
  'needs-visit-app',
  'needs-own-pin',
  'with-the-card',
  'at-the-counter',
  'not-usable-here',
  'expired',
  'resident-absent',
  'face-only-not-online',
] as const;
export type BringingReason = (typeof BRINGING_REASONS)[number] | ReasonCode;

/** VisitDocument is an item that was looked at, with the reason why it is proposed or is not. */
export interface VisitDocument {
  readonly id: Uuid;
  readonly kind: ItemKind;
  readonly reasonCode: BringingReason;
  readonly source: string;
  /** What a マイナンバーカード or an old 健康保険証 can do on the day (V6, V10). */
  readonly value?: Value | undefined;
}

/** Advice is what else to do, and where it is written. */
export interface Advice {
  readonly code: AdviceCode;
  readonly source: string;
}

/** ProposedDocument is one to bring, with the ways on when the reader fails, in their order, and what to do when it is the one that goes. */
export interface ProposedDocument extends VisitDocument {
  readonly fallback: readonly FallbackStep[];
  readonly advice: readonly Advice[];
}

/** Bringing is the answer: what to bring, the best first; what not, and why; and what else to do, whatever is brought. */
export interface Bringing {
  readonly proposed: readonly ProposedDocument[];
  readonly notProposed: readonly VisitDocument[];
  readonly advice: readonly Advice[];
}
