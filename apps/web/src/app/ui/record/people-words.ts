import { FORMS } from '@azukari/contract';
import type { EntryType } from '@azukari/domain';

import { formatCount } from '../format';
import type { Tellers, Telling } from './telling';

type AboutItems = Extract<
  EntryType,
  `item.${string}` | `envelope.${string}` | `entry.${string}` | `loss.${string}` | 'emergency.reviewed'
>;

/** PEOPLE_AND_HOUSE say what happened to residents, agreements, staff, places and the record itself. */
export const PEOPLE_AND_HOUSE: Tellers<Exclude<EntryType, AboutItems>> = {
  'log.opened': (_, tell) => [tell.say('log.opened')],
  'key.rotated': (_, tell) => [tell.say('key.rotated')],
  'log.gap-explained': ({ log, from, size, cause }, tell) => [
    tell.say(`gap.${log}`, { from: formatCount(from), size: formatCount(size) }),
    tell.say(`gap.cause.${cause}`),
    tell.own('reason'),
  ],
  'log.gap-confirmed': (facts, tell) => [tell.say('gap.confirmed', { seq: formatCount(facts.of) })],

  'sheet.entered': ({ sheet, lines }, tell) => [tell.say('sheet.entered', { sheet, lines: lines.join('・') })],
  'list.imported': (facts, tell) => [tell.say('list.imported', { ...facts })],
  'resident.registered': (_, tell) => [tell.say('resident.registered'), tell.clause('room', tell.own('room'))],
  'resident.changed': (facts, tell) => [tell.say('resident.changed', { fields: tell.fields(facts.fields) })],
  'resident.left': (facts, tell) => [
    tell.say('resident.left', { day: tell.day(facts.on) ?? '' }),
    tell.word('leaveReason', facts.reason),
  ],
  'resident.leaving-undone': (facts, tell) => [
    tell.say('resident.leavingUndone', { day: tell.day(facts.on) ?? '' }),
    tell.word('leaveReason', facts.was),
    tell.clause('reason', tell.word('cancelReason', facts.why)),
    tell.own('reason'),
  ],
  'resident.notices-resumed': (_, tell) => [tell.say('resident.noticesResumed')],
  'resident.dispute-noted': (facts, tell) => [tell.say(`resident.dispute.${facts.disputed}`), tell.own('reason')],
  'transfer.sent': ({ items }, tell) => [tell.say('transfer.sent', { items, name: tell.own('name') ?? '' })],
  'transfer.confirmed': ({ arrived, missing }, tell) => [
    tell.say('transfer.confirmed', { arrived, missing, name: tell.own('name') ?? '' }),
    tell.clause('receiver', tell.own('receiverName')),
  ],
  'transfer.answered': ({ arrived, missing }, tell) => [
    tell.say('transfer.answered', { arrived, missing, name: tell.own('name') ?? '' }),
  ],
  'transfer.cancelled': (_, tell) => [tell.say('transfer.cancelled', { name: tell.own('name') ?? '' })],
  'resident.checked': (facts, tell) => [
    tell.say(`resident.checked.${facts.question}.${facts.answer}`),
    tell.clause('checkedOn', tell.day(facts.on)),
  ],
  'resident.viewed': (facts, tell) => [tell.say(`resident.viewed.${facts.screen}`)],
  'contact.added': (facts, tell) => [
    tell.say('contact.added', { name: tell.own('name') ?? '', capacity: tell.word('capacity', facts.capacity) }),
    tell.word('handOverRule', facts.handOver),
  ],
  'contact.changed': (facts, tell) => [
    tell.say('contact.changed', { fields: tell.fields(facts.fields) }),
    tell.word('handOverRule', facts.handOver),
  ],
  'contact.removed': (_, tell) => [tell.say('contact.removed')],
  'agreement.made': (facts, tell) => [
    tell.say('agreement.made'),
    tell.words('kind', facts.kinds),
    tell.clause('signer', tell.own('signerName')),
    tell.word('capacity', facts.capacity),
    tell.clause('from', tell.day(facts.from)),
    tell.clause('to', tell.day(facts.to)),
    tell.clause('textVersion', String(facts.textVersion)),
  ],
  'agreement.ended': (facts, tell) => [tell.say('agreement.ended', { day: tell.day(facts.on) ?? '' })],
  'agreement.reviewed': (facts, tell) => [tell.say('agreement.reviewed', { day: tell.day(facts.on) ?? '' })],
  'agreement.envelopes-settled': (facts, tell) => [
    tell.say('agreement.envelopes-settled', { rule: tell.word('envelopeRule', facts.rule) }),
  ],
  'agreement-text.published': (facts, tell) => [tell.say('agreement-text.published', { version: facts.version })],

  'deadline.closed': (facts, tell) => [
    tell.say('deadline.closed', { what: tell.word('deadline', facts.kind), day: tell.day(facts.date) ?? '' }),
    tell.clause('reason', tell.word('closeReason', facts.reason)),
  ],
  'deadline.reopened': (facts, tell) => [
    tell.say('deadline.reopened', { what: tell.word('deadline', facts.kind), day: tell.day(facts.date) ?? '' }),
  ],

  'moving-in.noted': (facts, tell) => [
    tell.say(`moving-in.${facts.address}`),
    tell.clause('movedOn', tell.day(facts.movedOn)),
    tell.clause('noticeGivenOn', tell.day(facts.noticeGivenOn)),
    tell.clause('cardContinuedOn', tell.day(facts.cardContinuedOn)),
  ],
  'application.noted': (facts, tell) => [
    tell.say('application.noted', { ground: tell.word('applicationGround', facts.ground) }),
    tell.clause('applicant', tell.word('applicant', facts.applicant)),
    facts.byProxy === 'yes' ? tell.say('application.byProxy') : null,
    tell.clause('appliedOn', tell.day(facts.appliedOn)),
    tell.clause('arrivedOn', tell.day(facts.arrivedOn)),
    tell.say(`application.renews.${facts.renews}`),
  ],
  'application.withdrawn': (_, tell) => [tell.say('application.withdrawn')],

  'contact.notices-set': (facts, tell) => [
    tell.say('contact.notices-set', { wish: tell.word('noticeWish', facts.notices) }),
  ],
  'notice.accepted': (facts, tell) => [
    tell.say('notice.accepted'),
    ...facts.about.map((kind) => tell.word('deadline', kind)),
  ],
  'notice.failed': (facts, tell) => [tell.say('notice.failed'), tell.word('noticeFailure', facts.cause)],
  'notice.done': (facts, tell) => [
    tell.say('notice.done', { channel: tell.word('channel', facts.channel) }),
    facts.outcome === 'told' ? tell.say(`notice.told.${facts.channel}`) : tell.word('noticeOutcome', facts.outcome),
  ],
  'notice.withheld': (_, tell) => [tell.say('notice.withheld')],
  'notice.answered': (facts, tell) => [
    tell.say('notice.answered', { answer: tell.word('familyAnswer', facts.answer) }),
    tell.clause('plannedOn', tell.day(facts.plannedOn)),
    tell.say(facts.way === 'link' ? 'notice.answeredByLink' : 'notice.answeredToStaff'),
  ],
  'answer.settled': (facts, tell) => [tell.say('answer.settled', { task: tell.word('answerTask', facts.task) })],
  'notices.set': (facts, tell) => [
    tell.say(`notices.set.${facts.setting}`),
    facts.setting === 'steps' || facts.setting === 'words' ? null : tell.own('text'),
  ],
  'notices.resumed': (facts, tell) => [tell.say('notices.resumed', { hold: tell.word('hold', facts.hold) })],
  'notices.tested': (_, tell) => [tell.say('notices.tested')],
  'insurer.added': (facts, tell) => [
    tell.say('insurer.added', { name: tell.own('name') ?? '' }),
    tell.word('insurer', facts.type),
  ],
  'insurer.changed': (facts, tell) => [
    tell.say('insurer.changed', { name: tell.own('name') ?? '' }),
    tell.word('insurer', facts.type),
  ],
  'insurer.retired': (_, tell) => [tell.say('insurer.retired', { name: tell.own('name') ?? '' })],
  'insurer.named': (facts, tell) => [
    facts.insurer === null ? tell.say('insurer.unnamed') : tell.say('insurer.named', { name: tell.own('name') ?? '' }),
  ],

  'storage.added': (facts, tell) => [
    tell.say('storage.added', {
      kind: tell.word('storageKind', facts.kind),
      place: tell.own('label') ?? tell.storage(facts.storage) ?? '',
    }),
  ],
  'storage.changed': (facts, tell) => [
    tell.say('storage.changed', { place: tell.own('label') ?? tell.storage(facts.storage) ?? '' }),
  ],
  'storage.retired': (facts, tell) => [tell.say('storage.retired', { place: tell.storage(facts.storage) ?? '' })],
  'staff.added': (facts, tell) => [
    tell.say('staff.added', { name: tell.named(facts.staff) }),
    tell.word('role', facts.role),
  ],
  'staff.changed': (facts, tell) => [
    tell.say('staff.changed', { name: tell.named(facts.staff), fields: tell.fields(facts.fields) }),
    tell.word('role', facts.role),
  ],
  'staff.left': (facts, tell) => [tell.say('staff.left', { name: tell.named(facts.staff) })],
  'staff.code-given': (facts, tell) => [tell.say('staff.code-given', { name: tell.named(facts.staff) })],
  'staff.factor-set': (facts, tell) => [
    tell.say(`staff.factor-set.${facts.factor}`, { name: tell.named(facts.staff) }),
  ],
  'staff.factor-removed': (facts, tell) => [
    tell.say(`staff.factor-removed.${facts.factor}`, { name: tell.named(facts.staff) }),
  ],
  'staff.recovery-codes-made': (facts, tell) => [
    tell.say('staff.recovery-codes-made', { name: tell.named(facts.staff) }),
  ],
  'staff.recovery-code-used': (facts, tell) => [
    tell.say('staff.recovery-code-used', { name: tell.named(facts.staff), left: facts.left }),
  ],
  'staff.password-set': (facts, tell) => [tell.say('staff.password-set', { name: tell.named(facts.staff) })],
  'tablet.added': (_, tell) => [tell.say('tablet.added', { place: tell.own('label') ?? '' })],
  'tablet.enrolled': (_, tell) => [tell.say('tablet.enrolled', { place: tell.own('label') ?? '' })],
  'tablet.revoked': (_, tell) => [tell.say('tablet.revoked', { place: tell.own('label') ?? '' })],
  'appointment.made': (facts, tell) => [
    tell.say('appointment.made', { name: tell.named(facts.staff), level: tell.word('level', facts.level) }),
    tell.clause('from', tell.day(facts.from)),
    tell.clause('to', tell.day(facts.to)),
  ],
  'appointment.ended': (facts, tell) => [
    tell.say('appointment.ended', { name: tell.named(facts.staff), day: tell.day(facts.on) ?? '' }),
  ],
  'staff.trained': (facts, tell) => [
    tell.say('staff.trained', { name: tell.named(facts.staff), day: tell.day(facts.on) ?? '' }),
  ],
  'staff.training-withdrawn': (facts, tell) => [
    tell.say('staff.training-withdrawn', { name: tell.named(facts.staff), day: tell.day(facts.on) ?? '' }),
  ],
  'appointment.confirmed': (facts, tell) => [tell.say('appointment.confirmed', { name: tell.named(facts.staff) })],
  'break-glass.made': (_, tell) => [tell.say('break-glass.made')],
  'break-glass.used': (_, tell) => [tell.say('break-glass.used')],
  'break-glass.closed': (_, tell) => [tell.say('break-glass.closed'), tell.own('reason')],
  'regulation.set': (facts, tell) => {
    const words = tell.own('text');
    const place = tell.word('regulationPlace', facts.place);
    return [tell.say(words === null ? 'regulation.reset' : 'regulation.set', { place }), tell.clause('becomes', words)];
  },
  'settings.changed': (facts, tell) => [
    tell.say(`settings.${facts.setting}`),
    tell.clause('becomes', facts.value ?? tell.own('text')),
  ],
  'count.started': (facts, tell) => [
    facts.drawer === null
      ? tell.say('count.startedUnplaced')
      : tell.say('count.started', { place: tell.storage(facts.drawer) ?? '' }),
  ],
  'count.taken-over': (_, tell) => [tell.say('count.taken-over')],
  'count.entered': ({ expected, seen, short, surplus }, tell) => [
    tell.say('count.entered', { expected, seen }),
    short + surplus === 0 ? tell.say('count.agrees') : tell.say('count.differs', { short, surplus }),
  ],
  'count.settled': (facts, tell) => [tell.say(`count.settled.${facts.as}`)],
  'count.closed': (facts, tell) => [tell.say('count.closed'), tell.say(`count.second.${facts.second}`)],
  'count.confirmed': (_, tell) => [tell.say('count.confirmed')],
  'count.dropped': (_, tell) => [tell.say('count.dropped')],
  'count.recounted': (_, tell) => [tell.say('count.recounted')],
  'count.looked': ({ place, there, missing }, tell) => [
    tell.say('count.looked', {
      place: place === null ? tell.say('count.unplaced') : (tell.storage(place) ?? ''),
      there,
      missing,
    }),
  ],
  'reconciliation.started': (facts, tell) => [tell.say('reconciliation.started', { month: tell.month(facts.month) })],
  'reconciliation.joined': (_, tell) => [tell.say('reconciliation.joined')],
  'reconciliation.dropped': (_, tell) => [tell.say('reconciliation.dropped')],
  'reconciliation.counted': ({ expected, seen, differences, out, held, missing }, tell) => [
    tell.say('reconciliation.counted', { expected, seen, differences }),
    tell.say('reconciliation.elsewhere', { out, held, missing }),
  ],
  'reconciliation.closed': ({ daysLate }, tell) => [
    tell.say('reconciliation.closed'),
    daysLate === 0 ? null : tell.say('reconciliation.late', { count: daysLate }),
  ],
  'reconciliation.corrected': (facts, tell) => [
    tell.say('reconciliation.corrected', { reason: tell.word('amendReason', facts.reason) }),
    tell.own('reason'),
  ],
  'counts.set': (facts, tell) => [
    tell.say('counts.set'),
    ...(facts.shifts.length === 0 ? [tell.say('counts.off')] : facts.shifts),
    tell.say(`counts.second.${facts.second}`),
  ],
  'locker-key.handed-over': (facts, tell) => [
    tell.say(`locker-key.${facts.from === null ? 'taken' : facts.to === null ? 'back' : 'handed'}`, {
      locker: tell.storage(facts.locker) ?? '',
      from: keyHolder(facts.from, tell.own('holderName'), tell),
      to: keyHolder(facts.to, tell.own('receiverName'), tell),
    }),
  ],
  'facility.night-list-set': ({ at }, tell) => [
    at === null ? tell.say('facility.night-list-off') : tell.say('facility.night-list-set', { time: at }),
  ],
  'facility.kana-set': (_, tell) => [tell.say('facility.kana-set'), tell.clause('becomes', tell.own('text'))],
  'locker-keys.set': (facts, tell) => [tell.say(`locker-keys.${facts.kept}`)],
  'views.judged': ({ exception, cases, outcome }, tell) => [
    tell.say(`views.${exception}`, { count: cases }),
    tell.say(`views.outcome.${outcome}`),
    tell.clause('note', tell.own('note')),
  ],
  'views.reviewed': ({ quarter, views, daysLate }, tell) => [
    tell.say('views.reviewed', { day: tell.day(quarter) ?? '', count: views }),
    daysLate > 0 ? tell.say('views.late', { count: daysLate }) : null,
  ],
  'form.issued': (facts, tell) => [
    tell.say('form.issued', { form: formName(facts.form, tell), copies: facts.copies }),
    tell.clause('sheetFrom', facts.sheetFrom === null ? null : String(facts.sheetFrom)),
  ],
  'record.exported': (facts, tell) => [tell.say(`record.${facts.scope}`)],
  'privacy.erased': (facts, tell) => [
    tell.say('privacy.erased', { count: facts.entries.length, fields: tell.fields(facts.fields) }),
  ],
  'privacy.erasure-asked': ({ kind, ground }, tell) => [
    tell.say(`privacy.asked.${kind}`),
    tell.own('name'),
    tell.say(`privacy.ground.${ground}`),
  ],
  'privacy.erasure-withdrawn': (_, tell) => [tell.say('privacy.withdrawn')],
  'privacy.erasure-confirmed': ({ kind }, tell) => [tell.say(`privacy.confirmed.${kind}`)],
  'privacy.erasure-repeated': (_, tell) => [tell.say('privacy.repeated')],
  'privacy.hold-set': ({ hold }, tell) => [tell.say(`privacy.hold.${hold}`), tell.own('name')],
  'pack.made': (facts, tell) => [
    tell.say(`pack.${facts.log}`),
    tell.clause('fromEntry', formatCount(facts.from)),
    tell.clause('toEntry', facts.to === null ? null : formatCount(facts.to - 1)),
  ],
  'inspections.set': (facts, tell) => [tell.say(`inspections.${facts.setting}`)],
  'inspection.made': ({ from, to, entries, late, amended, cancelled, open }, tell) => [
    tell.say('inspection.made', { from: tell.day(from) ?? '', to: tell.day(to) ?? '' }),
    tell.say('inspection.counts', { entries, late, amended, cancelled, open }),
  ],
};

function keyHolder(id: string | null, name: string | null, tell: Telling): string {
  return id === null ? '' : tell.holder(`staff:${id}`, name);
}

/** A form is named as people call it; a record that is newer than this screen may name one by its code alone. */
function formName(code: string, tell: Telling): string {
  const form = FORMS.find((one) => one === code);
  return form === undefined ? code : tell.say(`form.name.${form}`);
}
