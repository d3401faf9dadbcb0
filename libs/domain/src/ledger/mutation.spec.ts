import { openCheckpoint, signCheckpoint } from './checkpoint.ts';
import { leafText, parseLeaf } from './leaf.ts';
import { randomFrom, sha256, signerFor, verify } from './testing/crypto.ts';
import { LOG, aCheckOut } from './testing/leaves.ts';
import { leavesOf, storeOf } from './testing/trees.ts';
import * as tree from './tree.ts';
import { fromUtf8, utf8 } from './utf8.ts';

/** Calls `accepted` with each single-bit mutant in place, and counts; throws at the first that is accepted. */
function refuseEveryBit(bytes: Uint8Array, accepted: () => boolean): number {
  for (let bit = 0; bit < bytes.length * 8; bit++)
    if (mutantAccepted(bytes, bit, accepted)) throw new Error(`bit ${bit} accepted`);
  return bytes.length * 8;
}

function mutantAccepted(bytes: Uint8Array, bit: number, accepted: () => boolean): boolean {
  bytes[bit >> 3]! ^= 1 << (bit & 7);
  const was = accepted();
  bytes[bit >> 3]! ^= 1 << (bit & 7);
  return was;
}

const copies = (hashes: readonly Uint8Array[]) => hashes.map((hash) => new Uint8Array(hash));

function inclusionOf(store: ReturnType<typeof storeOf>, index: number, size: number) {
  return {
    index,
    size,
    leafHash: new Uint8Array(store.read(tree.position(0, index))),
    proof: copies(tree.inclusionProof(index, size, store.read, sha256)),
    root: new Uint8Array(tree.rootOf(size, store.read, sha256)),
  };
}

function consistencyOf(store: ReturnType<typeof storeOf>, from: number, to: number) {
  return {
    from,
    to,
    fromRoot: new Uint8Array(tree.rootOf(from, store.read, sha256)),
    toRoot: new Uint8Array(tree.rootOf(to, store.read, sha256)),
    proof: copies(tree.consistencyProof(from, to, store.read, sha256)),
  };
}

describe('every single bit, every size to 17', () => {
  const store = storeOf(leavesOf(17));

  test('of leaf hash, path and root; and every other index, length and order', () => {
    let refused = 0;
    for (let size = 1; size <= 17; size++)
      for (let index = 0; index < size; index++) {
        const claim = inclusionOf(store, index, size);
        const accepted = () => tree.verifyInclusion(claim, sha256);
        if (!accepted()) throw new Error(`${index} of ${size} refused`);
        for (const bytes of [claim.leafHash, claim.root, ...claim.proof]) refused += refuseEveryBit(bytes, accepted);
        const { proof } = claim;
        const wrong = [
          ...Array.from({ length: 20 }, (_, other) => ({ ...claim, index: other })).filter(
            (one) => one.index !== index,
          ),
          ...proof.map((_, i) => ({ ...claim, proof: proof.toSpliced(i, 1) })),
          ...[0, proof.length].map((i) => ({ ...claim, proof: proof.toSpliced(i, 0, claim.root) })),
          ...proof.slice(1).map((hash, i) => ({ ...claim, proof: proof.toSpliced(i, 2, hash, proof[i]!) })),
          { ...claim, root: claim.root.subarray(1) },
          { ...claim, leafHash: claim.leafHash.subarray(1) },
          ...[-1, 0.5, NaN].flatMap((n) => [
            { ...claim, index: n },
            { ...claim, size: n },
          ]),
        ];
        for (const one of wrong)
          if (tree.verifyInclusion(one, sha256)) throw new Error(JSON.stringify({ index, size, one }));
        refused += wrong.length;
      }
    expect(refused).toBeGreaterThan(200_000);
  });

  test('of both roots and the proof between them; and every length and order', () => {
    let refused = 0;
    for (let to = 1; to <= 17; to++)
      for (let from = 1; from <= to; from++) {
        const claim = consistencyOf(store, from, to);
        const accepted = () => tree.verifyConsistency(claim, sha256);
        if (!accepted()) throw new Error(`${from} to ${to} refused`);
        for (const bytes of [claim.fromRoot, claim.toRoot, ...claim.proof]) refused += refuseEveryBit(bytes, accepted);
        const { proof, fromRoot, toRoot } = claim;
        const wrong = [
          ...proof.map((_, i) => ({ ...claim, proof: proof.toSpliced(i, 1) })),
          ...[0, proof.length].map((i) => ({ ...claim, proof: proof.toSpliced(i, 0, toRoot) })),
          ...proof.slice(1).map((hash, i) => ({ ...claim, proof: proof.toSpliced(i, 2, hash, proof[i]!) })),
          ...(from === to ? [] : [{ ...claim, fromRoot: toRoot, toRoot: fromRoot }]),
          ...[0, -1, 0.5, NaN, to + 1].map((n) => ({ ...claim, from: n })),
        ];
        for (const one of wrong) if (tree.verifyConsistency(one, sha256)) throw new Error(JSON.stringify({ from, to }));
        refused += wrong.length;
      }
    expect(refused).toBeGreaterThan(200_000);
  });

  test('of a leaf: another hash each time, whether or not it still reads as a leaf', () => {
    const bytes = utf8(leafText(aCheckOut()));
    const hash = Buffer.from(tree.leafHash(bytes, sha256));
    let stillLeaves = 0;
    refuseEveryBit(bytes, () => {
      const text = fromUtf8(bytes);
      if (text !== null && parseLeaf(text).kind === 'leaf') stillLeaves++;
      return hash.equals(tree.leafHash(bytes, sha256));
    });
    // Digits of ids and times have neighbours one bit away: only the hash can tell.
    expect(stillLeaves).toBeGreaterThan(0);
  });

  test.each([0, 1, 2, 8, 17])('of a signed checkpoint of size %i', (size) => {
    const signer = signerFor(LOG, 1);
    const bytes = utf8(signCheckpoint({ log: LOG, size, root: tree.rootOf(size, store.read, sha256) }, [signer]));
    const accepted = () => {
      const text = fromUtf8(bytes);
      return text !== null && openCheckpoint(text, [signer.key], verify).ok;
    };
    expect(accepted()).toBe(true);
    expect(refuseEveryBit(bytes, accepted)).toBeGreaterThan(1500);
  });
});

test('200,000 drawn from sizes 18 to 1,500', () => {
  const store = storeOf(leavesOf(1500));
  const random = randomFrom('mutations');
  const below = (n: number) => Buffer.from(random(4)).readUInt32BE() % n;
  const draw = (hashes: readonly Uint8Array[], accepted: () => boolean) => {
    if (!accepted()) throw new Error('honest proof refused');
    for (let i = 0; i < 100; i++) {
      const bytes = hashes[below(hashes.length)]!;
      if (mutantAccepted(bytes, below(256), accepted)) throw new Error('mutant accepted');
    }
  };
  for (let i = 0; i < 1000; i++) {
    const size = 18 + below(1483);
    const inclusion = inclusionOf(store, below(size), size);
    draw([inclusion.leafHash, inclusion.root, ...inclusion.proof], () => tree.verifyInclusion(inclusion, sha256));
    const consistency = consistencyOf(store, 1 + below(size - 1), size);
    draw([consistency.fromRoot, consistency.toRoot, ...consistency.proof], () =>
      tree.verifyConsistency(consistency, sha256),
    );
  }
});
