import type { AnswerOf, listEnvelopes } from '@azukari/contract';

/** Envelopes are what is kept unopened, as the API tells it. */
export type Envelopes = AnswerOf<typeof listEnvelopes>;

/** Envelope is one of them. */
export type Envelope = Envelopes['envelopes'][number];
