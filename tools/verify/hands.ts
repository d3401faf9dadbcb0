import { HASH_SIZE } from '@azukari/domain';
import type { Due, Leaf } from '@azukari/domain';
import { inspectFields, inspectLeaves } from './inspection.ts';
import type { InspectedFields, InspectedLeaves } from './inspection.ts';
import { textsIn } from './lines.ts';
import type { Means } from './means.ts';
import type { Answer, Helper, Question, Work } from './work.ts';

type Skill = Pick<Means, 'sha256' | 'verify'>;

const MOST_UNDER_WAY = 4;
const NO_HASHES = new Uint8Array();

/** answerTo is what a helper does with a question. */
export async function answerTo({ id, ...work }: Question, skill: Skill): Promise<Answer> {
  if (work.kind === 'signatures')
    return { id, hashes: NO_HASHES, json: JSON.stringify(await verified(work.signatures, skill)) };
  if (work.kind === 'private')
    return { id, hashes: NO_HASHES, json: JSON.stringify(inspectFields(work.block, skill.sha256)) };
  const { hashes, stop } = inspectLeaves(work.block, skill.sha256);
  const joined = new Uint8Array(hashes.length * HASH_SIZE);
  for (const [n, hash] of hashes.entries()) joined.set(hash, n * HASH_SIZE);
  return { id, hashes: joined, json: JSON.stringify(stop) };
}

async function verified(signatures: readonly Due[], { verify }: Skill): Promise<readonly boolean[]> {
  return Promise.all(
    signatures.map(
      async ({ key, message, signature }) =>
        signature.length === 64 && (await verify(key.publicKey, message, signature)),
    ),
  );
}

interface UnderWay {
  readonly question: Question;
  readonly answered: (answer: Answer | Promise<Answer>) => void;
}

/** Hands do what needs no order: helpers as long as there are any with little to do, else this thread. What they find is the same. */
export class Hands {
  readonly #skill: Skill;
  readonly #helpers = new Map<Helper, Map<number, UnderWay>>();
  #asked = 0;

  constructor(helpers: readonly Helper[], skill: Skill) {
    this.#skill = skill;
    for (const helper of helpers) {
      this.#helpers.set(helper, new Map());
      helper.listen(
        (answer) => this.#answered(helper, answer),
        () => this.#failed(helper),
      );
    }
  }

  /** leaves inspects whole lines of `leaves.jsonl`. */
  async leaves(block: Uint8Array): Promise<InspectedLeaves> {
    const asked = this.#ask({ kind: 'leaves', block });
    if (asked === null) return inspectLeaves(block, this.#skill.sha256);
    const { hashes, json } = await asked;
    const each = Array.from({ length: hashes.length / HASH_SIZE }, (_, n) =>
      hashes.subarray(n * HASH_SIZE, (n + 1) * HASH_SIZE),
    );
    // The helper has judged these very texts.
    const seen = (textsIn(block) ?? []).slice(0, each.length).map((text) => JSON.parse(text) as Leaf);
    return { seen, hashes: each, stop: JSON.parse(json) as InspectedLeaves['stop'] };
  }

  /** fields inspects whole lines of `private.jsonl`. */
  async fields(block: Uint8Array): Promise<InspectedFields> {
    const asked = this.#ask({ kind: 'private', block });
    return asked === null
      ? inspectFields(block, this.#skill.sha256)
      : (JSON.parse((await asked).json) as InspectedFields);
  }

  /** verified says of each signature whether it verifies. */
  async verified(signatures: readonly Due[]): Promise<readonly boolean[]> {
    const asked = this.#ask({ kind: 'signatures', signatures });
    return asked === null ? verified(signatures, this.#skill) : (JSON.parse((await asked).json) as readonly boolean[]);
  }

  /** stop lets the helpers go. */
  stop(): void {
    for (const helper of this.#helpers.keys()) helper.stop();
  }

  #ask(work: Work): Promise<Answer> | null {
    const [idlest] = [...this.#helpers].sort(([, one], [, other]) => one.size - other.size);
    if (idlest === undefined || idlest[1].size === MOST_UNDER_WAY) return null;
    const [helper, underWay] = idlest;
    const question = { ...work, id: this.#asked++ };
    return new Promise((answered) => {
      underWay.set(question.id, { question, answered });
      helper.ask(question);
    });
  }

  #answered(helper: Helper, answer: Answer): void {
    const underWay = this.#helpers.get(helper);
    underWay?.get(answer.id)?.answered(answer);
    underWay?.delete(answer.id);
  }

  /** What a helper that fails had under way is done here. */
  #failed(helper: Helper): void {
    const underWay = this.#helpers.get(helper);
    this.#helpers.delete(helper);
    for (const { question, answered } of underWay?.values() ?? []) answered(answerTo(question, this.#skill));
  }
}
