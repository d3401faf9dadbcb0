import type { Actor } from '../access/may.ts';
import type { Refusal } from '../refusal.ts';
import type { Count, CountStage } from './count.ts';

/** refuseAnothers says whose count it is, or null when it is the actor's own. */
export function refuseAnothers({ id, owner, startedAt }: Count, actor: Actor): Refusal | null {
  return owner.staffId === actor.staffId
    ? null
    : { kind: 'count-open', countId: id, staffId: owner.staffId, name: owner.name, since: startedAt };
}

/** refuseStage says how far a count is instead, or null when it is at this stage. */
export function refuseStage({ id, stage }: Pick<Count, 'id' | 'stage'>, wanted: CountStage): Refusal | null {
  return stage === wanted ? null : { kind: 'count-stage', countId: id, stage };
}
