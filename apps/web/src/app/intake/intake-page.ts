import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  Injector,
  input,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import { Router } from '@angular/router';
import { type AnswerOf, holdTemporarily, listAgreements, listItems, listResidents, takeIn } from '@azukari/contract';
import { CONDITIONS, HOLD_REASONS, ITEM_KINDS, type ItemKind, ONLY_GIVEN_BACK, YEARLY_KINDS } from '@azukari/domain';

import { Session } from '../session/session';
import { coveringAgreement } from '../ui/agreement-state';
import { Api } from '../ui/api';
import { Band } from '../ui/band';
import { Banner } from '../ui/banner';
import { Choices } from '../ui/choices';
import { Clock } from '../ui/clock';
import { commandOf } from '../ui/command';
import { type DescriptionDraft, DescriptionForm, isDated, NOTHING_KNOWN } from '../ui/description-form';
import { goToFirstError } from '../ui/first-error';
import { FormEnd } from '../ui/form-end';
import { Icon } from '../ui/icon';
import { InsurerSelect } from '../ui/insurer-select';
import { KindGrid } from '../ui/kind-grid';
import { KindShapeDrawing } from '../ui/kind-shape';
import { Outcome } from '../ui/outcome';
import { PageHeading } from '../ui/page-heading';
import { PouchPicker } from '../ui/pouch-picker';
import { Receipts } from '../ui/receipts';
import { ResidentFinder } from '../ui/resident-finder';
import type { ResidentBrief } from '../ui/resident-tile';
import { Skeleton } from '../ui/skeleton';
import { Speech } from '../ui/speech';
import { TextField } from '../ui/text-field';
import { Unsaved } from '../ui/unsaved';
import { IntakeDone } from './intake-done';
import { type IntakeDraft, IntakeDrafts, NOTHING_SAID } from './intake-draft';
import { KindHint } from './kind-hint';

/** USUAL kinds are shown at once; the rest is one tap away. */
const USUAL: readonly ItemKind[] = [
  'eligibility-certificate',
  'care-insurance-card',
  'care-copay-certificate',
  'my-number-card',
  'eligibility-notice',
  'care-limit-certificate',
  'medication-notebook',
  'patient-card',
  'sealed-envelope',
];
const REST = ITEM_KINDS.filter((kind) => !USUAL.includes(kind));

type Owner = ResidentBrief | 'nobody';
type Item = AnswerOf<typeof listItems>['items'][number];

const newer = (one: Item | null, other: Item): Item => (one !== null && one.takenInAt > other.takenInAt ? one : other);

/** IntakePage is お預かりする: whose, what, until when, where to. Without an agreement it becomes 一時保管, in the same place. */
@Component({
  selector: 'az-intake-page',
  imports: [
    Band,
    Banner,
    Choices,
    DescriptionForm,
    FormEnd,
    Icon,
    InsurerSelect,
    IntakeDone,
    KindGrid,
    KindHint,
    KindShapeDrawing,
    Outcome,
    PageHeading,
    PouchPicker,
    ResidentFinder,
    Skeleton,
    TextField,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './intake-page.html',
  styleUrl: './intake-page.scss',
})
export class IntakePage {
  protected readonly speech = inject(Speech);
  protected readonly session = inject(Session);
  private readonly api = inject(Api);
  private readonly clock = inject(Clock);
  private readonly receipts = inject(Receipts);
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  private readonly drafts = inject(IntakeDrafts);
  private readonly unsaved = inject(Unsaved);
  /** resident and kind in the address are chosen at once. */
  readonly resident = input<string>();
  readonly kind = input<string>();

  protected readonly usual = USUAL;
  protected readonly rest = REST;
  protected readonly conditions = CONDITIONS;
  protected readonly holdReasons = HOLD_REASONS;
  private readonly everybody = this.api.read(listResidents, () => (this.resident() === undefined ? undefined : {}));
  protected readonly owner = linkedSignal<Owner | null>(() => {
    const id = this.resident();
    return this.everybody.hasValue() ? (this.everybody.value().residents.find((one) => one.id === id) ?? null) : null;
  });
  protected readonly ownerId = computed(() => {
    const owner = this.owner();
    return owner === null || owner === 'nobody' ? null : owner.id;
  });
  protected readonly finding = computed(
    () => this.owner() === null && (this.resident() === undefined || this.everybody.status() !== 'loading'),
  );
  protected readonly draft = linkedSignal<IntakeDraft>(() => {
    const kind = ITEM_KINDS.find((one) => one === this.kind()) ?? null;
    return this.drafts.take(this.resident() ?? '') ?? { ...NOTHING_SAID, kind };
  });
  private readonly description = viewChild(DescriptionForm);
  private readonly insurer = viewChild(InsurerSelect);
  protected readonly more = signal(false);
  protected readonly tried = signal(false);

  private readonly agreementsRead = this.api.read(listAgreements, () => {
    const residentId = this.ownerId();
    return residentId !== null && this.session.may('take-in') ? { query: { residentId } } : undefined;
  });
  private readonly itemsRead = this.api.read(listItems, () => {
    const residentId = this.ownerId();
    return residentId === null ? undefined : { query: { residentId, limit: 200 } };
  });
  protected readonly near = computed(() =>
    this.itemsRead.hasValue()
      ? [
          ...new Set(
            this.itemsRead
              .value()
              .items.flatMap(({ custody, storage }) => (custody.at === 'ended' ? [] : (storage?.id ?? []))),
          ),
        ]
      : [],
  );
  /** alike are what of the same kind is here, or was. */
  private readonly alike = computed(() => {
    const kind = this.draft().kind;
    const items = this.itemsRead.hasValue() ? this.itemsRead.value().items : [];
    return kind === 'other' ? [] : items.filter((item) => item.kind === kind);
  });
  /** twin is whether something of the same kind is here already. */
  protected readonly twin = computed(() => this.alike().some(({ custody }) => custody.at !== 'ended'));
  /** sameInsurer is whose the newest paper of this kind is: the next one usually comes from there too. */
  protected readonly sameInsurer = computed(() => this.alike().reduce(newer, null)?.insurerId ?? null);
  private readonly agreementId = computed(() => {
    const kind = this.draft().kind;
    if (kind === null || !this.agreementsRead.hasValue()) return null;
    return coveringAgreement(this.agreementsRead.value().agreements, kind, this.clock.today());
  });
  protected readonly returnOnly = computed(() => {
    const kind = this.draft().kind;
    return kind !== null && ONLY_GIVEN_BACK.includes(kind);
  });
  /** yearly is whether some insurer makes this paper anew every year, so that it matters whose it is. */
  protected readonly yearly = computed(() => YEARLY_KINDS.some((kind) => kind === this.draft().kind));
  /** chosenHold is true once the person said 一時保管 although she might have made an agreement. */
  protected readonly chosenHold = linkedSignal(() => this.ownerId() === null || !this.session.may('take-in'));
  protected readonly way = computed<'take-in' | 'hold' | 'gate' | 'wait'>(() => {
    if (this.chosenHold() || this.returnOnly()) return 'hold';
    if (this.agreementsRead.status() === 'loading') return 'wait';
    return this.agreementId() === null ? 'gate' : 'take-in';
  });

  protected readonly taking = commandOf(takeIn, (answer) => this.finish('intake', answer));
  protected readonly holding = commandOf(holdTemporarily, (answer) => this.finish('hold', answer));
  protected readonly decision = computed(() => (this.way() === 'hold' ? this.holding : this.taking));
  protected readonly done = signal<AnswerOf<typeof takeIn> | null>(null);
  protected readonly dateMissing = computed(() => {
    const { kind, known, unknown } = this.draft();
    return kind !== null && isDated(kind) && known.printedExpiresOn === null && !known.noDatePrinted && !unknown;
  });
  protected readonly describeError = (field: string): string | null => {
    if (field === 'printedExpiresOn' && this.tried() && this.dateMissing())
      return this.speech.say('intake.dateMissing');
    return this.decision().error(field);
  };

  protected say(part: Partial<IntakeDraft>): void {
    this.draft.update((before) => ({ ...before, ...part }));
  }

  protected describe(known: DescriptionDraft): void {
    this.say({ known });
  }

  protected chooseOwner(owner: Owner | null): void {
    this.owner.set(owner);
    this.say({ pouch: null, holdReason: owner === 'nobody' ? 'found' : 'no-agreement' });
    this.forget();
  }

  protected chooseKind(kind: ItemKind | null): void {
    this.say({
      kind,
      known: kind === this.draft().kind ? this.draft().known : NOTHING_KNOWN,
      unknown: false,
      insurerId: undefined,
    });
    this.tried.set(false);
    this.forget();
  }

  protected makeAgreement(): void {
    const residentId = this.ownerId();
    if (residentId === null) return;
    const kind = this.draft().kind ?? '';
    this.drafts.keep(residentId, this.draft());
    this.unsaved.settle();
    const then = `/intake?resident=${residentId}&kind=${kind}`;
    void this.router.navigate(['/residents', residentId, 'agreement'], { queryParams: { kinds: kind, then } });
  }

  protected holdInstead(): void {
    this.taking.forget();
    this.chosenHold.set(true);
  }

  protected async record(): Promise<void> {
    this.tried.set(true);
    if (this.dateMissing()) goToFirstError(this.injector);
    else if (this.description()?.settled() === false) return;
    else if (this.way() === 'hold') await this.holding.send(this.holdDraft());
    else if (this.way() === 'take-in') await this.taking.send(this.takeDraft());
  }

  protected startAnother(): void {
    this.done.set(null);
    this.tried.set(false);
    this.draft.set({ ...NOTHING_SAID, pouch: this.draft().pouch, handedInBy: this.draft().handedInBy });
    this.itemsRead.reload();
  }

  private takeDraft() {
    return { ...this.itemDraft(), residentId: this.ownerId() ?? '', agreementId: this.agreementId() ?? '' };
  }

  private holdDraft() {
    return { ...this.itemDraft(), residentId: this.ownerId(), reason: this.draft().holdReason };
  }

  private itemDraft() {
    const { kind, label, known, pouch, condition, handedInBy, note } = this.draft();
    const authMode = kind === 'my-number-card' ? (known.authMode ?? 'unknown') : null;
    return {
      kind: kind ?? 'other',
      label,
      ...known,
      insurerId: this.insurer()?.picked() ?? null,
      authMode,
      storageId: pouch,
      condition,
      handedInBy,
      note,
    };
  }

  private finish(verb: string, answer: AnswerOf<typeof takeIn>): void {
    this.receipts.show(verb, answer.receipt, [answer.item]);
    this.done.set(answer);
    window.scrollTo({ top: 0 });
  }

  private forget(): void {
    this.taking.forget();
    this.holding.forget();
    if (this.session.may('take-in')) this.chosenHold.set(this.ownerId() === null);
  }
}
