import type { Refusal } from '@azukari/domain';

import { formatCount } from './format';
import type { Speech } from './speech';

/** Sentence is a translation key under `refusal.` and its parameters, already in the language of the screen. */
export interface Sentence {
  readonly key: string;
  readonly params: Readonly<Record<string, string>>;
}

type Speaker = Pick<Speech, 'word' | 'item' | 'holderRef' | 'day' | 'moment'>;

const plain = (kind: Refusal['kind']): Sentence => ({ key: `refusal.${kind}`, params: {} });

/** fieldWord finds the name of a field; a path such as `holder.name` is named by its last part. */
function fieldWord(field: string, speak: Speaker): string {
  const known = ['destination', 'note', 'reason', 'name', 'kana', 'room', 'phone', 'email', 'address', 'label', 'holderName',
    'receiverName', 'dueBackAt', 'purpose', 'explanation', 'text'];
  const last = field.split('.').at(-1) ?? '';
  return speak.word('field', known.includes(last) ? last : 'other');
}

/** refusalText gives every refusal its sentence: the fact and the way on. A new refusal does not compile until it has one. */
export function refusalText(refusal: Refusal, speak: Speaker): Sentence {
  const kind = refusal.kind;
  const sentence = (params: Sentence['params'], variant?: string): Sentence => ({
    key: variant === undefined ? `refusal.${kind}` : `refusal.${kind}.${variant}`,
    params,
  });
  switch (refusal.kind) {
    case 'too-many-attempts':
      return sentence({ seconds: formatCount(refusal.retryAfterSeconds) });
    case 'not-allowed':
      return refusal.level === null
        ? sentence({ action: speak.word('action', refusal.action) }, 'none')
        : sentence({ action: speak.word('action', refusal.action), level: speak.word('level', refusal.level) }, 'level');
    case 'forbidden-text':
      return sentence({ field: fieldWord(refusal.field, speak) }, refusal.reason);
    case 'item-out':
      return sentence({
        item: speak.item(refusal.itemKind),
        holder: speak.holderRef(refusal.holder, refusal.holderName),
        since: speak.moment(refusal.since),
        purpose: speak.word('purpose', refusal.purpose),
      });
    case 'item-stored':
      return sentence({ item: speak.item(refusal.itemKind), since: speak.moment(refusal.since) });
    case 'item-missing':
      return sentence({ item: speak.item(refusal.itemKind), since: speak.moment(refusal.since) }, refusal.stage);
    case 'item-ended':
      return sentence({
        item: speak.item(refusal.itemKind),
        since: speak.moment(refusal.since),
        ended: speak.word('ended', refusal.disposition),
      });
    case 'item-not-held':
    case 'agreement-missing':
    case 'kind-refused':
      return sentence({ item: speak.item(refusal.itemKind) });
    case 'entry-not-newest':
      return sentence({ seq: formatCount(refusal.newestSeq) });
    case 'field-not-amendable':
      return sentence({ field: fieldWord(refusal.field, speak) });
    case 'resident-left':
    case 'agreement-ended':
      return sentence({ day: speak.day(refusal.on) });
    case 'due-back-in-past':
      return sentence({ time: speak.moment(refusal.dueBackAt), now: speak.moment(refusal.now) });
    case 'due-back-missing':
      return sentence({ purpose: speak.word('purpose', refusal.purpose) });
    case 'due-back-too-far':
      return sentence({ time: speak.moment(refusal.latest) });
    case 'occurred-in-future':
      return sentence({ now: speak.moment(refusal.now) });
    case 'occurred-before-previous':
      return sentence({ time: speak.moment(refusal.previousAt) });
    case 'witness-missing':
      return sentence({ disposition: speak.word('disposition', refusal.disposition) });
    case 'storage-in-use':
      return sentence({ count: formatCount(refusal.items) });
    case 'password-weak':
      return sentence({}, refusal.reason);
    case 'appointment-overlaps':
      return refusal.to === null
        ? sentence({ from: speak.day(refusal.from) }, 'open')
        : sentence({ from: speak.day(refusal.from), to: speak.day(refusal.to) }, 'closed');
    case 'row-errors':
      return sentence({ count: formatCount(refusal.count) });
    case 'not-signed-in':
    case 'sign-in-failed':
    case 'header-missing':
    case 'password-wrong':
    case 'set-up-code-wrong':
    case 'set-up-done':
    case 'not-found':
    case 'command-reused':
    case 'stale-version':
    case 'entry-not-cancellable':
    case 'already-reviewed':
    case 'resident-missing':
    case 'occurred-out-of-order':
    case 'contact-never':
    case 'contact-ask-manager':
    case 'witness-is-actor':
    case 'replacement-missing':
    case 'storage-retired':
    case 'storage-not-a-pouch':
    case 'nothing-to-change':
    case 'login-taken':
    case 'staff-left':
    case 'dates-out-of-order':
    case 'disk-full':
      return plain(refusal.kind);
  }
}
