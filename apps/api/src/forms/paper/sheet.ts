import type {
  AdviceCode,
  ApplicationNoted,
  AuthMode,
  BringingReason,
  Condition,
  Disposition,
  EnvelopeRule,
  EntryType,
  EnvelopeSender,
  FallbackStep,
  HandOverRule,
  HoldReason,
  InsurerType,
  ItemKind,
  Level,
  Purpose,
  RegulationPlace,
  VisitSetting,
} from '@azukari/domain';
import type { FORMS, LABEL_SHEETS } from '@azukari/contract';
import type { KnownLoss } from '../../losses/losses.reader.ts';
import type { Letter } from '../../notices/notices.words.ts';
import type { ReconciliationReport } from '../../reconciliations/reconciliations.report.ts';
import type { BookLine } from '../../staff/staff.book.ts';
import type { Why } from './f12-words.ts';

/** FormCode names a form that can be printed. */
export type FormCode = (typeof FORMS)[number];

/** Issue is what every page of one print-out says about itself: who issued it, when, and the signed state of the record. */
export interface Issue {
  readonly facility: {
    readonly name: string;
    readonly head: string;
    readonly address: string;
    readonly phone: string;
    readonly residentWord: string;
  };
  readonly issuedAt: string;
  readonly issuedBy: string;
  /** Number of the entry `form.issued`; the checkpoint covers it. */
  readonly seq: number;
  /** Null while nothing may be signed: the paper goes out all the same, and says so. */
  readonly anchor: Anchor | null;
}

/** Anchor is the signed state of the record that a paper carries out of the house. */
export interface Anchor {
  readonly note: string;
  readonly code: string;
  readonly size: number;
  readonly at: string;
}

/** Person is a resident as a form names them. */
export interface Person {
  readonly name: string;
  readonly kana: string;
  readonly room: string;
  readonly birthDate: string | null;
}

/** AgreementOnPaper is the live 預かり依頼書 of a resident. */
export interface AgreementOnPaper {
  readonly number: number;
  readonly kinds: readonly ItemKind[];
  readonly textVersion: number;
  readonly from: string;
  readonly to: string | null;
  readonly envelopes: EnvelopeRule | null;
}

/** ItemOnPaper is one 預かり品. `storage` is the locker only: a paper never says which pouch. */
export interface ItemOnPaper {
  readonly kind: ItemKind;
  readonly label: string | null;
  readonly printedExpiresOn: string | null;
  readonly noDatePrinted: boolean;
  readonly certificateExpiresOn: string | null;
  readonly insurerType: InsurerType | null;
  readonly authMode: AuthMode | null;
  readonly condition: Condition;
  readonly storage: string | null;
  readonly takenInAt: string;
  readonly takenInBy: string | null;
  readonly handedInBy: string | null;
  readonly missing: boolean;
  readonly out: { readonly since: string; readonly purpose: Purpose } | null;
  readonly hold: { readonly reason: HoldReason; readonly resolveBy: string } | null;
  readonly ended: Ending | null;
  /** Of a sealed envelope of which somebody said where it came from. */
  readonly envelope: EnvelopeOnPaper | null;
}

/** EnvelopeOnPaper is what was seen of an envelope from outside, and whether it was opened in front of the resident. */
export interface EnvelopeOnPaper {
  readonly from: EnvelopeSender;
  readonly expected: readonly ItemKind[];
  readonly opened: boolean;
}

/** Ending is how custody of an item ended; `to` is the relation as a code, null for a contact or staff. */
export interface Ending {
  readonly disposition: Disposition;
  readonly at: string;
  readonly receiver: string | null;
  readonly relation: string | null;
  readonly witness: string | null;
  readonly by: string | null;
}

/** Wish is what a new 預かり依頼書 is to say; what is null is written by hand. */
export interface Wish {
  readonly kinds: readonly ItemKind[];
  readonly from: string | null;
  readonly to: string | null;
}

/** Sheet is the paper of one resident; a null resident is blank, or an item whose owner is not known. */
export interface Sheet {
  readonly resident: Person | null;
  readonly agreement: AgreementOnPaper | null;
  /** F1: a new agreement instead of the present one. */
  readonly wish?: Wish | null;
  readonly text: { readonly version: number; readonly text: string } | null;
  /** F9: why the resident left, when that is why all of it was given back. */
  readonly left?: string | null;
  readonly items: readonly ItemOnPaper[];
}

/** BookRow is one line of the 出し入れ記録簿: an outing of one item, or one event of it. */
export interface BookRow {
  readonly seq: number;
  readonly at: string;
  readonly kind: ItemKind;
  readonly label: string | null;
  readonly resident: string | null;
  readonly actor: string;
  /** The entry was cancelled: it stays legible, struck through. */
  readonly cancelled: boolean;
  readonly out: Outing | null;
  /** What happened, where it was no outing. */
  readonly event: {
    readonly type: string;
    readonly disposition: Disposition | null;
    readonly who: string | null;
    readonly witness: string | null;
    readonly condition: Condition | null;
  } | null;
  readonly remarks: readonly Remark[];
}

/** Outing is 出す and, when it came back, もどす. */
export interface Outing {
  readonly purpose: Purpose;
  readonly destination: string | null;
  readonly holder: string | null;
  readonly dueBackAt: string | null;
  readonly back: {
    readonly seq: number;
    readonly at: string;
    readonly by: string;
    readonly condition: Condition | null;
    readonly handedOver: boolean;
  } | null;
}

/** Remark is shown beside a line: a note, or a correction with its own number; nothing is written over. */
export interface Remark {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly kind: 'note' | 'late' | 'sheet' | 'changed' | 'amended' | 'cancelled' | 'reviewed' | 'found';
  readonly text: string | null;
  readonly reasonCode: string | null;
  readonly changes: readonly { readonly field: string; readonly value: string | null }[];
}

/** Book is a filled 出し入れ記録簿; days are Japanese and both included. */
export interface Book {
  readonly from: string;
  readonly to: string;
  readonly rows: readonly BookRow[];
}

/** Taken is an item that goes along on an outing, and why; null for what is shown beside the proof of eligibility. */
export interface Taken {
  readonly kind: ItemKind;
  readonly label: string | null;
  readonly insurerType: InsurerType | null;
  readonly authMode: AuthMode | null;
  readonly printedExpiresOn: string | null;
  readonly noDatePrinted: boolean;
  readonly reason: BringingReason | null;
}

/** Slip is the 外出メモ of one resident: where she or her items go, and what to do at the desk. */
export interface Slip {
  readonly resident: Person;
  readonly setting: VisitSetting;
  readonly goesAlong: boolean;
  readonly destination: string | null;
  readonly holder: string | null;
  readonly dueBackAt: string | null;
  readonly taken: readonly Taken[];
  /** The ways on when the reader fails, in their order. */
  readonly fallback: readonly FallbackStep[];
  readonly advice: readonly AdviceCode[];
}

/** CarriedItem is one thing that went along on a stay, or to another house. */
export interface CarriedItem {
  readonly kind: ItemKind;
  readonly label: string | null;
  readonly insurerType: InsurerType | null;
  readonly printedExpiresOn: string | null;
  readonly noDatePrinted: boolean;
}

/** Carried is what of one resident went to one place: F18 入院時持出票, F19 施設間引継書. Without a moment it goes along now. */
export interface Carried {
  readonly resident: Person;
  readonly stay: 'hospital' | 'home' | 'facility';
  /** Where it is; and who of that place, or of the family, has it. */
  readonly place: string | null;
  readonly holder: string | null;
  readonly since: string | null;
  readonly dueBackAt: string | null;
  readonly items: readonly CarriedItem[];
}

/** Support is the 申請支援票 of one resident: for what she applies, why, and how far it is; null is left to be written. */
export interface Support {
  readonly resident: Person;
  readonly why: Why | null;
  readonly insurer: string | null;
  readonly insurerType: InsurerType | null;
  /** To when the 資格確認書 counts that she has now. */
  readonly expiresOn: string | null;
  readonly noted:
    | (Pick<ApplicationNoted, 'ground' | 'applicant' | 'appliedOn' | 'arrivedOn' | 'renews'> & {
        readonly byProxy: boolean;
      })
    | null;
}

/** AppointmentOnPaper is one line of the 任命簿 as of a day. */
export type AppointmentOnPaper = Omit<BookLine, 'appointment'>;

/** MovementOnPaper is where an item was before it was missed. */
export interface MovementOnPaper {
  readonly at: string;
  readonly what: string;
  readonly by: string;
}

/** LossOnPaper is one 紛失 with all that was done about it. */
export interface LossOnPaper extends Omit<KnownLoss['view'], 'item'> {
  readonly resident: Person | null;
  readonly item: Pick<ItemOnPaper, 'kind' | 'label' | 'insurerType'>;
  readonly movements: readonly MovementOnPaper[];
}

/** ReceiptOnPaper is one entry of the record in words, and its C2SP tlog-proof. */
export interface ReceiptOnPaper {
  readonly seq: number;
  readonly type: EntryType;
  readonly recordedAt: string;
  readonly occurredAt: string | null;
  readonly actor: string;
  readonly resident: string | null;
  readonly item: Pick<ItemOnPaper, 'kind' | 'label'> | null;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly words: Readonly<Record<string, string>>;
  /** Later entries that amend or cancel it. */
  readonly corrected: readonly number[];
  readonly proof: string;
  /** The log's verification key. */
  readonly key: string;
}

/** RegulationOnPaper is what the 預り品等管理規程 says at its marked places as of a day. */
export interface RegulationOnPaper {
  readonly words: Readonly<Record<RegulationPlace, string>>;
  readonly on: string;
  readonly changedOn: string | null;
}

/** ItemAtNight is where one thing is, down to the pouch; `out` says who has it. */
export interface ItemAtNight {
  readonly kind: ItemKind;
  readonly label: string | null;
  readonly insurerType: InsurerType | null;
  readonly place: string | null;
  readonly missing: boolean;
  readonly out: {
    readonly since: string;
    readonly purpose: Purpose;
    readonly holder: string;
    readonly destination: string | null;
    readonly dueBackAt: string | null;
  } | null;
}

/** NightCall is somebody to call. */
export interface NightCall {
  readonly name: string;
  readonly relation: string;
  readonly phone: string;
  /** Whether something may be handed over, and whom one asks first. */
  readonly rule: HandOverRule;
}

/** NightRow is one resident of the 夜間・停電用一覧. */
export interface NightRow {
  readonly resident: Pick<Person, 'name' | 'kana' | 'room'>;
  readonly items: readonly ItemAtNight[];
  readonly calls: readonly NightCall[];
}

/** NightOnPaper is all that is kept, as it was when the paper was printed. */
export interface NightOnPaper {
  readonly rows: readonly NightRow[];
  readonly ownerless: readonly ItemAtNight[];
}

/** LabelOnPaper is one pouch: what stands on it, and the id that its code says. */
export interface LabelOnPaper {
  readonly id: string;
  readonly label: string;
  /** The locker and drawer in which it lies. */
  readonly within: string;
  /** Whose it is, when the house wants that on the label. */
  readonly names: readonly string[];
}

/** LabelsOnPaper are labels on sheets of one kind; the first `from - 1` labels of the first sheet were used before. */
export interface LabelsOnPaper {
  readonly sheet: (typeof LABEL_SHEETS)[number];
  readonly from: number;
  readonly labels: readonly LabelOnPaper[];
}

/** DownOnPaper is whom to call and where the safe is, when the computer is dead. */
export interface DownOnPaper {
  readonly people: readonly { readonly name: string; readonly level: Level }[];
  readonly safe: string;
}

/** LetterForm is a form that is a letter to a family. */
export type LetterForm = Extract<FormCode, 'F7' | 'F8' | 'F20'>;

/** HouseJob is a paper about the house: who may handle cards, what went wrong, by which rules, where all is for the night, what stands on the pouches and hangs on the walls. */
export type HouseJob =
  | { readonly form: 'F4'; readonly appointments: readonly AppointmentOnPaper[]; readonly on: string }
  | { readonly form: 'F11'; readonly losses: readonly (LossOnPaper | null)[] }
  | { readonly form: 'F15'; readonly regulation: RegulationOnPaper }
  | { readonly form: 'F16'; readonly night: NightOnPaper }
  | { readonly form: 'F21'; readonly labels: LabelsOnPaper }
  | { readonly form: 'F22' }
  | { readonly form: 'F23'; readonly down: DownOnPaper };

/** PrintJob is all that the worker is given: plain data, no database. */
export type PrintJob = { readonly issue: Issue } & (
  | { readonly form: 'F1' | 'F5' | 'F9' | 'F10' | 'F14' | 'F17'; readonly sheets: readonly Sheet[] }
  | { readonly form: 'F2'; readonly sheets: readonly Sheet[]; readonly largePrint: boolean }
  | { readonly form: 'F6'; readonly month: ReconciliationReport }
  | HouseJob
  | { readonly form: 'F12'; readonly supports: readonly Support[] }
  | { readonly form: 'F13'; readonly slips: readonly Slip[] }
  | { readonly form: 'F18' | 'F19'; readonly carried: readonly Carried[] }
  | { readonly form: LetterForm; readonly letters: readonly Letter[] }
  | { readonly form: 'F3'; readonly book: Book | null; readonly blanks: readonly string[] }
  | { readonly form: 'receipt'; readonly receipt: ReceiptOnPaper }
);
