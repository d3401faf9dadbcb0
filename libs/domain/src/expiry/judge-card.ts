import { FALLBACK_SOURCES } from './bringing.ts';
import type {
  AdviceCode,
  BringingReason,
  VisitDocument,
  FallbackStep,
  Visit,
  VisitItem,
  VisitSetting,
} from './bringing.ts';
import type { Finding } from './finding.ts';
import { mynaUsable } from './grace.ts';
import { leaflet, MANUAL } from './sources.ts';

/** Judged is an item with its place in the order, 0 the best; null is not proposed. */
export interface Judged {
  readonly document: VisitDocument;
  readonly rank: number | null;
  readonly fallback?: readonly FallbackStep[];
  readonly advice?: readonly AdviceCode[];
}

/** COUNTERS are where a reader with a camera stands. */
export const COUNTERS: readonly VisitSetting[] = ['outpatient', 'pharmacy', 'hospital-stay'];

const RANKS: Readonly<Partial<Record<NonNullable<Finding['value']>, number>>> = {
  full: 20,
  'qualification-only': 21,
  'ask-clinic': 30,
  unknown: 40,
};

/** judgeCard judges a マイナンバーカード: only with its holder, and not without a PIN where only a PIN will do. */
export function judgeCard(item: VisitItem, visit: Visit): Judged {
  const { setting, residentGoesAlong, day, resident } = visit;
  if (!residentGoesAlong) return no(item, 'resident-absent', MANUAL);
  // Renewing, returning and moving are done with any card, also an ended one.
  if (setting === 'municipal-office') return { document: about(item, 'at-the-counter', leaflet(3, 12)), rank: 5 };
  if (setting === 'online' && item.authMode === 'face-only') return no(item, 'face-only-not-online', leaflet(11));
  const usable = mynaUsable({
    asOf: day,
    cardExpiresOn: item.printedExpiresOn,
    certificateExpiresOn: item.certificateExpiresOn,
    registered: resident.registered.answer,
    stopped: resident.stopped.answer,
  });
  const { value = 'unknown' } = usable;
  const rank = RANKS[value];
  if (rank === undefined) return { document: { ...about(item, usable.reasonCode, usable.source), value }, rank: null };
  return {
    document: { ...reasonOf(item, setting, usable), value },
    rank,
    fallback: fallbackOf(item, visit),
    advice: adviceOf(setting, usable),
  };
}

function about({ id, kind }: VisitItem, reasonCode: BringingReason, source: string): VisitDocument {
  return { id, kind, reasonCode, source };
}

function no(item: VisitItem, reasonCode: BringingReason, source: string): Judged {
  return { document: about(item, reasonCode, source), rank: null };
}

function reasonOf(item: VisitItem, setting: VisitSetting, { value, reasonCode, source }: Finding): VisitDocument {
  if (setting === 'online') return about(item, 'needs-own-pin', leaflet(11, 20));
  if (setting === 'home-visit' && item.authMode !== 'pin-set')
    return about(item, 'needs-visit-app', FALLBACK_SOURCES['visit-app']);
  return about(item, value === 'full' ? 'proves-with-face-or-pin' : reasonCode, source);
}

/** A マイナポータル screen needs a PIN: nobody counts on it while the PIN is not known to exist. */
function fallbackOf({ authMode }: VisitItem, { setting, items }: Visit): readonly FallbackStep[] {
  if (setting === 'home-visit') return ['visit-app'];
  if (!COUNTERS.includes(setting)) return [];
  const notice: FallbackStep[] = items.some(({ kind }) => kind === 'eligibility-notice') ? ['notice-with-card'] : [];
  const screen: FallbackStep[] = authMode === 'pin-set' ? ['portal-screen'] : [];
  return ['visual-check', ...notice, ...screen, 'oral-confirmation', 'statement-form'];
}

function adviceOf(setting: VisitSetting, { value, reasonCode }: Finding): readonly AdviceCode[] {
  const codes: AdviceCode[] = [];
  if (value === 'ask-clinic') codes.push('call-first');
  if (reasonCode === 'certificate-date-unknown') codes.push('watch-for-renewal-notice');
  if (reasonCode === 'registration-unknown') codes.push('check-registration');
  if (setting !== 'online') codes.push('staff-may-place-the-card');
  if (setting === 'home-visit') codes.push('later-visits-need-no-card');
  return codes;
}
