import { computed, inject, linkedSignal, resource, type Signal } from '@angular/core';
import { readBringing } from '@azukari/contract';
import { type Presence, type Purpose, visitFor } from '@azukari/domain';

import { Api } from '../ui/api';
import { Clock } from '../ui/clock';
import type { Item } from '../ui/item-state';
import type { ResidentBrief } from '../ui/resident-tile';
import { type Bringing, laterAdvice, type Notice, noticesFor, type Reason, reasonsFor } from './proposal';

/** Chosen is one resident of this outing with the items that were read for her. */
export interface Chosen {
  readonly resident: ResidentBrief;
  readonly items: readonly Item[] | null;
}

/** Question is what one wants to know: of whom, for what, and how she takes part. */
export interface Question {
  readonly purpose: Purpose;
  readonly presence: Presence;
  readonly residentIds: readonly string[];
}

/** Answer is what to bring, by resident; null where nothing is shown to anybody. */
interface Answer extends Question {
  readonly byResident: ReadonlyMap<string, Bringing | null>;
}

/** Proposal is what the page proposes, by the newest answer that came. */
export interface Proposal {
  /** about is what was asked when this was answered; null before the first answer. */
  readonly about: Signal<Pick<Question, 'purpose' | 'presence'> | null>;
  readonly reasons: Signal<readonly Reason[]>;
  readonly notices: Signal<readonly Notice[]>;
  readonly advice: Signal<Bringing['advice']>;
  /** asking is true while another answer is on its way; what is proposed is that of before. */
  readonly asking: Signal<boolean>;
  /** knows says whether an answer about this resident has come. */
  readonly knows: (residentId: string) => boolean;
}

/**
 * proposalFor asks what to bring whenever the question changes. While an answer is on its way, and where none comes, the one before
 * stands: ticks do not vanish under a thumb. Call it in a field.
 */
export function proposalFor(question: () => Question, chosen: () => readonly Chosen[]): Proposal {
  const api = inject(Api);
  const clock = inject(Clock);
  const read = resource({ params: question, loader: ({ params }) => ask(api, params) });
  const answer = linkedSignal<Answer | null, Answer | null>({
    source: () => (read.hasValue() ? read.value() : null),
    computation: (now, before) => now ?? before?.value ?? null,
  });
  const judged = computed(() =>
    chosen().flatMap(({ resident, items }) => {
      const now = answer();
      const said = now?.byResident.get(resident.id);
      if (items === null || now === null || said === undefined) return [];
      return [{ said, reasons: reasonsFor(items, now.purpose, said, clock.today()) }];
    }),
  );
  return {
    about: answer,
    reasons: computed(() => judged().flatMap(({ reasons }) => reasons)),
    notices: computed(() => [...new Set(judged().flatMap(({ said, reasons }) => noticesFor(said, reasons)))]),
    advice: computed(() => judged().flatMap(({ said, reasons }) => laterAdvice(said, reasons))),
    asking: read.isLoading,
    knows: (residentId) => answer()?.byResident.has(residentId) === true,
  };
}

async function ask(api: Api, question: Question): Promise<Answer | null> {
  const { purpose, presence, residentIds } = question;
  const visit = visitFor(purpose, presence);
  if (visit === null) return { ...question, byResident: new Map(residentIds.map((id) => [id, null])) };
  const query = { setting: visit.setting, goesAlong: visit.residentGoesAlong };
  const byResident = new Map<string, Bringing>();
  const asked = await Promise.all(residentIds.map((id) => api.ask(readBringing, { path: { id }, query })));
  for (const [n, id] of residentIds.entries()) {
    const said = asked[n];
    if (said?.kind !== 'done') return null;
    byResident.set(id, said.answer);
  }
  return { ...question, byResident };
}
