import {
  anchorCode,
  checkReceipt,
  parseCheckpointBody,
  parseNote,
  parseTlogProof,
  signaturesDue,
} from '@azukari/domain';
import type { CheckedReceipt, Note, VerifierKey } from '@azukari/domain';
import type { Anchor } from './examination.ts';
import type { Means } from './means.ts';

/** Witness is what the reader of a receipt brings: the log's verification key, or the checkpoint or code from a mail or a paper. */
export type Witness = Anchor | { readonly kind: 'key'; readonly key: VerifierKey };

/** ReceiptReport is what came of a receipt, and who vouches for it: without a witness nothing can be judged. */
export type ReceiptReport = CheckedReceipt & { readonly by: Witness['kind'] | null };

/** examineReceipt checks a receipt with what its reader brings: her key has to have signed it, or her checkpoint is the one in it. */
export async function examineReceipt(receipt: string, witness: Witness | null, means: Means): Promise<ReceiptReport> {
  const by = witness?.kind ?? null;
  const checkpoint = parseTlogProof(receipt)?.checkpoint;
  const note = checkpoint === undefined ? null : parseNote(checkpoint);
  if (note === null) return { verdict: 'broken', at: 'text', by };
  const keys = witness?.kind === 'key' ? [witness.key] : isSame(note, witness, means) ? keysNamed(note) : [];
  let verified = true;
  if (witness?.kind === 'key')
    for (const { key, message, signature } of signaturesDue(note, keys))
      verified &&= signature.length === 64 && (await means.verify(key.publicKey, message, signature));
  return { ...checkReceipt(receipt, keys, { sha256: means.sha256, verify: () => verified }), by };
}

/** The reader's own checkpoint stands in for the signature: it is the same text, or its code. */
function isSame(note: Note, witness: Witness | null, { sha256 }: Means): boolean {
  if (witness?.kind === 'checkpoint') return parseNote(witness.note)?.text === note.text;
  if (witness?.kind !== 'code' || parseCheckpointBody(note.text) === null) return false;
  return anchorCode(note.text, sha256) === witness.code;
}

function keysNamed({ signatures }: Note): readonly VerifierKey[] {
  return signatures.map(({ name, id }) => ({ name, id, publicKey: new Uint8Array(32) }));
}
