import type { CalendarDay, Instant, Uuid } from '../instant.ts';

/** PURPOSES of taking an item out, in the order of the screen. */
export const PURPOSES = [
  'outpatient',
  'pharmacy',
  'home-visit',
  'hospital-stay',
  'overnight-leave',
  'renewal',
  'municipal-office',
  'in-house',
  'to-resident',
  'to-family',
  'emergency',
  'other',
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** GRACE_MINUTES pass after the time of return before an item counts as late (予定を過ぎています). */
export const GRACE_MINUTES = 30;

/** RELATIONS of a holder or receiver who is not staff. */
export const RELATIONS = [
  'resident',
  'family',
  'guardian',
  'clinic',
  'hospital',
  'pharmacy',
  'ambulance',
  'municipality',
  'insurer',
  'other-facility',
  'other',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** HolderRef is who has the item, without a name: `staff:<uuid>` or `other:<relation>`. The name is a private field of the entry. */
export type HolderRef = `staff:${Uuid}` | `other:${Relation}`;

/** DISPOSITIONS end custody: お返しする, 返納する, 引き継ぐ, 廃棄する, 差し替える. */
export const DISPOSITIONS = ['returned', 'surrendered', 'transferred', 'destroyed', 'replaced'] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

/** HOLD_REASONS of 一時保管. */
export const HOLD_REASONS = ['no-agreement', 'found', 'handed-in', 'after-end', 'other'] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

/** Why an item lies in the safe without an agreement, and until when that must be resolved. */
export interface TemporaryHold {
  readonly reason: HoldReason;
  readonly resolveBy: CalendarDay;
}

/** Custody is where an item is. Always folded from its entries, never edited. */
export type Custody =
  | {
      readonly at: 'stored';
      readonly storage: Uuid | null;
      readonly since: Instant;
      readonly hold: TemporaryHold | null;
    }
  | {
      readonly at: 'out';
      readonly since: Instant;
      readonly holder: HolderRef;
      readonly purpose: Purpose;
      readonly dueBackAt: Instant | null;
      /** Where it goes back to, and what it is then. */
      readonly storage: Uuid | null;
      readonly hold: TemporaryHold | null;
    }
  | {
      readonly at: 'missing';
      readonly stage: 'searching' | 'lost';
      readonly since: Instant;
      readonly storage: Uuid | null;
      readonly hold: TemporaryHold | null;
    }
  | { readonly at: 'ended'; readonly disposition: Disposition; readonly since: Instant };

/** Place is the first question about custody. */
export type Place = Custody['at'];

/** PLACES an item can be. */
export const PLACES = ['stored', 'out', 'missing', 'ended'] as const satisfies readonly Place[];

/** DISPUTES: those around a resident do not agree who may have what is hers, while she lives or about what she has left. */
export const DISPUTES = ['living', 'after-death'] as const;
export type Dispute = (typeof DISPUTES)[number];

/** PERSONAL_FIELDS an entry may carry as private fields; each is committed on its own and can be erased on its own. */
export const PRIVATE_FIELDS = [
  'actorName',
  'residentName',
  'holderName',
  'receiverName',
  'witnessName',
  'destination',
  'note',
  'reason',
  'name',
  'kana',
  'room',
  'birthDate',
  'phone',
  'email',
  'address',
  'signerName',
  'paperPlace',
  'text',
  'loginId',
  'label',
  'relation',
  'language',
  'admittedOn',
] as const;
export type PrivateField = (typeof PRIVATE_FIELDS)[number];
export type PrivateFields = Readonly<Partial<Record<PrivateField, string>>>;
