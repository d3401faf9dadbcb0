import { anchorCode, checkpointBody, fromBase64, parseCheckpointBody, parseNote } from '@azukari/domain';
import type { Leaf, LogName, Sha256 } from '@azukari/domain';
import type { Anchor, Declared, GapSeen } from './finding.ts';
import type { FieldsSeen } from './inspection.ts';

/** gapIn reads an entry that gives up a checkpoint of the log it stands in; null for all others. */
export function gapIn(leaf: Leaf, fields: FieldsSeen | null): GapSeen | null {
  if (leaf.type !== 'log.gap-explained' || !leaf.log.endsWith(`/${leaf.facts.log}`)) return null;
  const { from, size, root, cause } = leaf.facts;
  const body = checkpointBody({ log: leaf.log, size, root: fromBase64(root) ?? new Uint8Array() });
  const { by = null, reason = null } = fields?.told ?? {};
  return { seq: leaf.seq, at: leaf.recordedAt, body, from, size, cause, by, reason };
}

/** declaredOf is what the record says itself about a checkpoint or code that it does not fit; nothing where it does not speak of it. */
export function declaredOf(
  { log, anchor }: { readonly log: LogName; readonly anchor: Anchor | null },
  gaps: readonly GapSeen[],
  sha256: Sha256,
): Declared | undefined {
  const exact = gaps.find(({ body }) =>
    anchor?.kind === 'code' ? anchorCode(body, sha256) === anchor.code : body === parseNote(anchor?.note ?? '')?.text,
  );
  if (exact) return { ...exact, exactly: true };
  const brought = anchor?.kind === 'checkpoint' ? parseCheckpointBody(parseNote(anchor.note)?.text ?? '') : null;
  if (brought?.log !== log) return undefined;
  const around = gaps.find(({ from, size }) => brought.size > from && brought.size < size);
  return around && { ...around, exactly: false };
}
