import type { ItemKind, Refusal, RefusalKind } from '@azukari/domain';

import { formatCount } from './format';
import type { Speech } from './speech';

/** Sentence is a translation key under `refusal.` and its parameters, already in the language of the screen. */
export interface Sentence {
  readonly key: string;
  readonly params: Readonly<Record<string, string>>;
}

type Speaker = Pick<Speech, 'word' | 'item' | 'holderRef' | 'day' | 'moment' | 'month'>;

/** fieldWord finds the name of a field; a path such as `holder.name` is named by its last part. */
function fieldWord(field: string, speak: Speaker): string {
  const known = [
    'destination',
    'note',
    'reason',
    'name',
    'kana',
    'room',
    'phone',
    'email',
    'address',
    'label',
    'holderName',
    'receiverName',
    'dueBackAt',
    'purpose',
    'explanation',
    'text',
  ];
  const last = field.split('.').at(-1) ?? '';
  return speak.word('field', known.includes(last) ? last : 'other');
}

/** Said is the variant of the words, if there are several, and the facts they name. */
interface Said {
  readonly variant?: string;
  readonly params?: Sentence['params'];
}

type Telling<K extends RefusalKind> = (refusal: Extract<Refusal, { readonly kind: K }>, speak: Speaker) => Said;

const plain = (): Said => ({});
const ofItem = ({ itemKind }: { readonly itemKind: ItemKind }, speak: Speaker): Said => ({
  params: { item: speak.item(itemKind) },
});

/** TELLINGS say of every refusal the fact and the way on. A new refusal does not compile until it stands here. */
const TELLINGS: { readonly [K in RefusalKind]: Telling<K> } = {
  'not-signed-in': plain,
  'sign-in-failed': plain,
  'password-to-choose': plain,
  'code-expired': plain,
  'factor-wanted': plain,
  'factor-wrong': plain,
  'factor-missing': plain,
  'passkey-wrong': plain,
  'passkeys-off': plain,
  'too-many-attempts': ({ retryAfterSeconds }) => ({ params: { seconds: formatCount(retryAfterSeconds) } }),
  'header-missing': plain,
  'not-allowed': ({ action, level }, speak) => {
    const wanted = speak.word('action', action);
    if (level === null) return { variant: 'none', params: { action: wanted } };
    return { variant: 'level', params: { action: wanted, level: speak.word('level', level) } };
  },
  'password-wrong': plain,
  'sign-in-not-fresh': ({ minutes }) => ({ params: { minutes: formatCount(minutes) } }),
  'set-up-code-wrong': plain,
  'tablet-code-wrong': plain,
  'nothing-in-safe': plain,
  'set-up-done': plain,

  'not-found': plain,
  'command-reused': plain,
  'stale-version': plain,
  'forbidden-text': ({ field, reason }, speak) => ({ variant: reason, params: { field: fieldWord(field, speak) } }),

  'item-out': ({ itemKind, holder, holderName, since, purpose }, speak) => ({
    params: {
      item: speak.item(itemKind),
      holder: speak.holderRef(holder, holderName),
      since: speak.moment(since),
      purpose: speak.word('purpose', purpose),
    },
  }),
  'item-stored': ({ itemKind, since }, speak) => ({
    params: { item: speak.item(itemKind), since: speak.moment(since) },
  }),
  'item-missing': ({ itemKind, since, stage }, speak) => ({
    variant: stage,
    params: { item: speak.item(itemKind), since: speak.moment(since) },
  }),
  'item-ended': ({ itemKind, since, disposition }, speak) => ({
    params: { item: speak.item(itemKind), since: speak.moment(since), ended: speak.word('ended', disposition) },
  }),
  'item-not-held': ofItem,
  'entry-not-newest': ({ newestSeq }) => ({ params: { seq: formatCount(newestSeq) } }),
  'entry-not-cancellable': plain,
  'field-not-amendable': ({ field }, speak) => ({ params: { field: fieldWord(field, speak) } }),
  'already-reviewed': plain,

  'agreement-missing': ofItem,
  'resident-missing': plain,
  'resident-left': ({ on }, speak) => ({ params: { day: speak.day(on) } }),
  'due-back-in-past': ({ dueBackAt, now }, speak) => ({
    params: { time: speak.moment(dueBackAt), now: speak.moment(now) },
  }),
  'due-back-missing': ({ purpose }, speak) => ({ params: { purpose: speak.word('purpose', purpose) } }),
  'due-back-too-far': ({ latest }, speak) => ({ params: { time: speak.moment(latest) } }),
  'occurred-in-future': ({ now }, speak) => ({ params: { now: speak.moment(now) } }),
  'occurred-before-previous': ({ previousAt }, speak) => ({ params: { time: speak.moment(previousAt) } }),
  'occurred-out-of-order': plain,
  'contact-never': plain,
  'in-dispute': ({ dispute }) => ({ variant: dispute }),
  'notices-stopped': plain,
  'contact-ask-manager': plain,
  'witness-missing': ({ disposition }, speak) => ({ params: { disposition: speak.word('disposition', disposition) } }),
  'witness-is-actor': plain,
  'replacement-missing': plain,
  'replacement-of-another': ofItem,
  'kind-refused': ofItem,
  'envelope-stays-closed': ({ obstacle }) => ({ variant: obstacle }),
  'storage-retired': plain,
  'storage-in-use': ({ items }) => ({ params: { count: formatCount(items) } }),
  'storage-misplaced': plain,
  'nothing-to-change': plain,
  'mail-off': plain,
  'nothing-to-print': plain,
  'letter-incomplete': ({ missing }) => ({ variant: missing }),
  'planned-day-unfit': ({ from, to }, speak) => ({ params: { from: speak.day(from), to: speak.day(to) } }),
  'login-taken': plain,
  'name-taken': plain,
  'password-weak': ({ reason }) => ({ variant: reason }),
  'staff-left': plain,
  'last-manager': plain,
  'self-appointment': plain,
  'break-glass-account': plain,
  'record-discontinuous': plain,
  'appointment-overlaps': ({ from, to }, speak) =>
    to === null
      ? { variant: 'open', params: { from: speak.day(from) } }
      : { variant: 'closed', params: { from: speak.day(from), to: speak.day(to) } },
  'dates-out-of-order': plain,
  'agreement-ended': ({ on }, speak) => ({ params: { day: speak.day(on) } }),
  'row-errors': ({ count }) => ({ params: { count: formatCount(count) } }),
  'sheet-entered': ({ sheet, lines, name, at }, speak) => ({
    params: { sheet, lines: lines.join('・'), name, time: speak.moment(at) },
  }),

  'count-open': ({ name, since }, speak) => ({ params: { name, since: speak.moment(since) } }),
  'count-stage': ({ stage }) => ({ variant: stage }),
  'count-unsettled': ({ open }) => ({ params: { count: formatCount(open) } }),
  'list-left': ({ count }) => ({ params: { count: formatCount(count) } }),
  'list-looked-for': () => ({}),
  'month-not-over': ({ month, endsOn }, speak) => ({ params: { month: speak.month(month), day: speak.day(endsOn) } }),
  'month-before-beginning': ({ month, from }, speak) => ({
    params: { month: speak.month(month), from: speak.month(from) },
  }),
  'month-reconciled': ({ month, stage, name, since }, speak) => ({
    variant: stage,
    params: { month: speak.month(month), name, since: speak.moment(since) },
  }),
  'reconciliation-stage': ({ stage }) => ({ variant: stage }),
  'reconciliation-uncounted': ({ left, begun }) => ({
    params: { left: formatCount(left), begun: formatCount(begun) },
  }),
  'reconciliation-begun': ({ counts }) => ({ params: { count: formatCount(counts) } }),
  'second-had-a-hand': plain,
  'difference-settled': plain,
  'disposition-unfit': plain,
  'recount-unfit': plain,

  'key-elsewhere': ({ name, since }, speak) =>
    name === null
      ? { variant: 'box' }
      : { variant: 'held', params: { name, since: since === null ? '' : speak.moment(since) } },
  'key-moved-since': ({ since }, speak) => ({ params: { since: speak.moment(since) } }),
  'key-retired': plain,
  'keys-off': plain,
  'receiver-not-appointed': ({ name }) => ({ params: { name } }),

  'quarter-not-over': ({ from }, speak) => ({ params: { day: speak.day(from) } }),
  'views-reviewed': ({ name, at }, speak) => ({ params: { name, time: speak.moment(at) } }),
  'views-changed': plain,
  'nothing-viewed': plain,

  'erasure-blocked': ({ because, until }, speak) => ({
    variant: because,
    params: { day: until === null ? '' : speak.day(until) },
  }),
  'erasure-stage': ({ stage }) => ({ variant: stage }),
  'erasure-by-one': plain,

  'gap-changed': plain,
  'gap-blocked': ({ because }) => ({ variant: because }),
  'gap-by-one': plain,
  'gap-confirmed': plain,

  'practice-full': ({ freeBy }, speak) => ({ params: { time: speak.moment(freeBy) } }),
  'not-in-practice': plain,
  'disk-full': plain,
  'disk-nearly-full': ({ freeMb }) => ({ params: { free: formatCount(freeMb) } }),
};

/** refusalText gives a refusal its sentence. A kind of a newer server, unknown here, is told as not found. */
export function refusalText(refusal: Refusal, speak: Speaker): Sentence {
  const kind: RefusalKind = Object.hasOwn(TELLINGS, refusal.kind) ? refusal.kind : 'not-found';
  // The table pairs every kind with its own facts; the compiler cannot follow that pairing through an index.
  const tell = TELLINGS[kind] as (refusal: Refusal, speak: Speaker) => Said;
  const { variant, params = {} } = tell(refusal, speak);
  return { key: variant === undefined ? `refusal.${kind}` : `refusal.${kind}.${variant}`, params };
}
