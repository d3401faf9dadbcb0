import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  Capacity,
  EnvelopeRule,
  HandOverRule,
  InsurerType,
  ItemKind,
  Level,
  NoticeWish,
  Role,
  YearEnd,
} from '@azukari/domain';
const Text = (name: string): PropertyDecorator => Column('text', { name });
const TextOrNull = (name: string): PropertyDecorator => Column('text', { name, nullable: true });
const Json = (name: string): PropertyDecorator =>
  Column('text', {
    name,
    transformer: { to: (value: unknown) => JSON.stringify(value), from: (text: string): unknown => JSON.parse(text) },
  });

/** FacilityRow is a facility; every other row belongs to one. */
@Entity('facility')
export class FacilityRow {
  @PrimaryColumn('text') id!: string;
  @Column('text') name!: string;
  @Column('text') kana!: string;
  @Column('text') head!: string;
  @Column('text') address!: string;
  @Column('text') phone!: string;
  @Text('resident_word') residentWord!: string;
  @Column('text') honorific!: string;
  @Column('integer', { name: 'next_sheet' }) nextSheet!: number;
  /** `HH:MM` in Japan; null: nobody is asked to print 夜間・停電用一覧. */
  @TextOrNull('night_list_at') nightListAt!: string | null;
  @Column('integer') version!: number;
}

/** AgreementTextRow is one published version of the text of the 預かり依頼書. */
@Entity('agreement_text')
export class AgreementTextRow {
  @PrimaryColumn('text', { name: 'facility_id' }) facilityId!: string;
  @PrimaryColumn('integer') version!: number;
  @Column('text') text!: string;
  @Text('published_at') publishedAt!: string;
}

/** StaffRow is an account. */
@Entity('staff')
export class StaffRow {
  @PrimaryColumn('text') id!: string;
  @Text('facility_id') facilityId!: string;
  @Column('text') name!: string;
  @Column('text') kana!: string;
  @Text('login_id') loginId!: string;
  /** Made of the sign-in name by whoever writes the row. */
  @TextOrNull('login_mark') readonly loginMark?: string | null;
  @Text('password_hash') passwordHash!: string;
  /** Not null: the hash is that of a one-time code, which opens until then. */
  @Column('integer', { name: 'code_ends_ms', nullable: true }) codeEndsMs!: number | null;
  @Column('text') role!: Role;
  @TextOrNull('left_on') leftOn!: string | null;
  @Column('integer') version!: number;
}

/** TotpRow is somebody's authenticator: the secret in use, and one that has not shown a code yet. */
@Entity('totp')
export class TotpRow {
  /** The account it belongs to. */
  @PrimaryColumn('text', { name: 'staff_id' }) id!: string;
  @Column('text', { nullable: true }) secret!: string | null;
  @Column('text', { nullable: true }) pending!: string | null;
  /** The step whose code was used last; no code opens twice. */
  @Column('integer', { name: 'last_step' }) lastStep!: number;
}

/** PasskeyRow is one passkey of somebody; what it signs is checked with the public key. */
@Entity('passkey')
export class PasskeyRow {
  @PrimaryColumn('text') id!: string;
  @Text('staff_id') staffId!: string;
  @Text('credential_id') credentialId!: string;
  @Text('public_key') publicKey!: string;
  /** How often the authenticator says it was used; those that are copied between devices say 0. */
  @Column('integer') counter!: number;
  @Column('text') name!: string;
  @Text('added_at') addedAt!: string;
  @TextOrNull('used_at') usedAt!: string | null;
}

/** AppointmentRow is a line of the 任命簿. */
@Entity('appointment')
export class AppointmentRow {
  @PrimaryColumn('text') id!: string;
  @Text('facility_id') facilityId!: string;
  @Text('staff_id') staffId!: string;
  @Column('text') level!: Level;
  @Text('from_day') from!: string;
  @TextOrNull('to_day') to!: string | null;
  @Text('appointed_by') appointedBy!: string;
  @Column('integer') version!: number;
}

/** ResidentRow is a resident. */
@Entity('resident')
export class ResidentRow {
  @PrimaryColumn('text') id!: string;
  @Text('facility_id') facilityId!: string;
  @Column('text') name!: string;
  @Column('text') kana!: string;
  @Column('text') room!: string;
  @TextOrNull('birth_date') birthDate!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
  @TextOrNull('admitted_on') admittedOn!: string | null;
  @TextOrNull('left_on') leftOn!: string | null;
  @TextOrNull('leave_reason') leaveReason!: string | null;
  /** 1: nobody is told of her dates; after a death, also one that was noted by mistake, until somebody says otherwise. */
  @Column('integer', { name: 'notices_stopped', default: 0 }) noticesStopped!: number;
  @TextOrNull('disputed_on') disputedOn!: string | null;
  @TextOrNull('representatives_changed_on') representativesChangedOn!: string | null;
  @Column('integer') version!: number;
}

/** ContactRow is a 連絡先. */
@Entity('contact')
export class ContactRow {
  @PrimaryColumn('text') id!: string;
  @Text('facility_id') facilityId!: string;
  @Text('resident_id') residentId!: string;
  @Column('integer', { name: 'position' }) order!: number;
  @Column('text') name!: string;
  @Column('text') kana!: string;
  @Column('text') relation!: string;
  @Column('text') capacity!: Capacity;
  @Column('text') phone!: string;
  @Column('text') email!: string;
  @Column('text') address!: string;
  @Column('text') language!: string;
  @Text('hand_over') handOver!: HandOverRule;
  @Text('may_know') mayKnow!: 'yes' | 'no';
  @Column('text') notices!: NoticeWish;
  @Column('integer', { name: 'mail_fails' }) mailFails!: 0 | 1;
  @Column('text', { nullable: true }) note!: string | null;
  @TextOrNull('removed_at') removedAt!: string | null;
  @Column('integer') version!: number;
}

/** AgreementRow is a 預かり依頼書 as it was signed. */
@Entity('agreement')
export class AgreementRow {
  @PrimaryColumn('text') id!: string;
  @Text('facility_id') facilityId!: string;
  @Text('resident_id') residentId!: string;
  @Column('integer') number!: number;
  @Json('kinds') kinds!: ItemKind[];
  @Column('integer', { name: 'text_version' }) textVersion!: number;
  @Text('signer_name') signerName!: string;
  @Column('text') capacity!: Capacity;
  @Column('text') reason!: string;
  @Text('will_heard') willHeard!: string;
  @TextOrNull('will_note') willNote!: string | null;
  @TextOrNull('paper_place') paperPlace!: string | null;
  @Text('signed_on') signedOn!: string;
  @Text('from_day') from!: string;
  @TextOrNull('to_day') to!: string | null;
  @TextOrNull('ended_on') endedOn!: string | null;
  @TextOrNull('reviewed_on') reviewedOn!: string | null;
  @Column('text', { nullable: true }) envelopes!: EnvelopeRule | null;
  @Column('integer') version!: number;
}

/** StorageRow is a locker, a drawer or a pouch. */
@Entity('storage')
export class StorageRow {
  @PrimaryColumn('text') id!: string;
  @Text('facility_id') facilityId!: string;
  @TextOrNull('parent_id') parentId!: string | null;
  @Column('text') kind!: 'locker' | 'drawer' | 'pouch';
  @Column('text') label!: string;
  @Column('integer') position!: number;
  @Column('integer') retired!: 0 | 1;
  @Column('integer') version!: number;
}

/** InsurerRow is a 保険者 or another issuer of papers, and what it does in its own way. */
@Entity('insurer')
export class InsurerRow {
  @PrimaryColumn('text') id!: string;
  @Text('facility_id') facilityId!: string;
  @Column('text') name!: string;
  @Column('text') type!: InsurerType;
  @Json('year_ends') yearEnds!: YearEnd[];
  @Text('ends_at_seventy') endsAtSeventy!: 'yes' | 'no';
  /** `book`, `no-age`, or an age. */
  @Text('automatic_from') automaticFrom!: string;
  @Column('integer') retired!: 0 | 1;
  @Column('integer') version!: number;
}

/** ROWS are all row classes; the log tables and the item cache are not among them, they are written by statements. */
export const ROWS = [
  FacilityRow,
  AgreementTextRow,
  StaffRow,
  TotpRow,
  PasskeyRow,
  AppointmentRow,
  ResidentRow,
  ContactRow,
  AgreementRow,
  StorageRow,
  InsurerRow,
];
