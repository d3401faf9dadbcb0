import { EMPTY_FRONTIER, append, appendAll, frontierPositions, frontierRoot, loadFrontier } from './frontier.ts';
import { reference } from './testing/reference.ts';
import { sha256 } from './testing/crypto.ts';
import { leavesOf, readOnly, storeOf } from './testing/trees.ts';
import { vector, vectorFiles } from './testing/vectors.ts';
import * as tree from './tree.ts';

const fromHex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));
const bytes = (text: string | null) => new Uint8Array(Buffer.from(text ?? '', 'base64'));
const hexes = (hashes: readonly Uint8Array[]) => hashes.map((hash) => Buffer.from(hash).toString('hex'));

interface Proof {
  readonly proof: readonly string[];
}
interface KnownAnswers {
  readonly leaf_inputs_hex: readonly string[];
  readonly roots_hex_by_size: readonly string[];
  readonly leaf_hasher_kat: Record<'empty_tree' | 'empty_leaf' | 'leaf_utf8_L123456' | 'node_utf8_N123_N456', string>;
  readonly inclusion: readonly (Proof & { index: number; size: number; leaf_hash: string; root: string })[];
  readonly consistency: readonly (Proof & { size1: number; size2: number; root1: string; root2: string })[];
}

describe('known answers of RFC 6962', () => {
  const known = vector('rfc6962_kat.json') as KnownAnswers;
  const leaves = known.leaf_inputs_hex.map(fromHex);
  const { read } = storeOf(leaves);

  test('hashes of leaf and node', () => {
    const kat = known.leaf_hasher_kat;
    expect(hexes([tree.emptyRoot(sha256)])).toEqual([kat.empty_tree]);
    expect(hexes([tree.leafHash(new Uint8Array(0), sha256)])).toEqual([kat.empty_leaf]);
    expect(hexes([tree.leafHash(Buffer.from('L123456'), sha256)])).toEqual([kat.leaf_utf8_L123456]);
    // The known answer's halves are no hashes, so nodeHash itself cannot take them; the domain byte is what it shows.
    expect(hexes([sha256(Buffer.from('\u0001N123N456'))])).toEqual([kat.node_utf8_N123_N456]);
  });

  test.each(known.roots_hex_by_size.map((root, size) => [size, root] as const))('root of size %i', (size, root) =>
    expect(hexes([tree.rootOf(size, read, sha256)])).toEqual([root]),
  );

  test('all 36 inclusion proofs', () => {
    expect(known.inclusion).toHaveLength(36);
    for (const { index, size, proof, leaf_hash, root } of known.inclusion) {
      expect(hexes(tree.inclusionProof(index, size, read, sha256))).toEqual(proof);
      const claim = { index, size, leafHash: fromHex(leaf_hash), proof: proof.map(fromHex), root: fromHex(root) };
      expect(tree.verifyInclusion(claim, sha256)).toBe(true);
    }
  });

  test('all 36 consistency proofs', () => {
    expect(known.consistency).toHaveLength(36);
    for (const { size1, size2, root1, root2, proof } of known.consistency) {
      expect(hexes(tree.consistencyProof(size1, size2, read, sha256))).toEqual(proof);
      const claim = {
        from: size1,
        to: size2,
        fromRoot: fromHex(root1),
        toRoot: fromHex(root2),
        proof: proof.map(fromHex),
      };
      expect(tree.verifyConsistency(claim, sha256)).toBe(true);
    }
  });
});

describe('probes of transparency-dev/merkle', () => {
  interface Inclusion {
    readonly leafIdx: number;
    readonly treeSize: number;
    readonly root: string;
    readonly leafHash: string;
    readonly proof: readonly string[] | null;
    readonly wantErr: boolean;
  }
  test.each(vectorFiles('merkle/inclusion'))('%s', (file) => {
    const { leafIdx, treeSize, root, leafHash, proof, wantErr } = vector(file) as Inclusion;
    const claim = {
      index: leafIdx,
      size: treeSize,
      leafHash: bytes(leafHash),
      proof: (proof ?? []).map(bytes),
      root: bytes(root),
    };
    expect(tree.verifyInclusion(claim, sha256)).toBe(!wantErr);
  });

  interface Consistency {
    readonly size1: number;
    readonly size2: number;
    readonly root1: string;
    readonly root2: string;
    readonly proof: readonly string[] | null;
    readonly wantErr: boolean;
  }
  test.each(vectorFiles('merkle/consistency'))('%s', (file) => {
    const { size1, size2, root1, root2, proof, wantErr } = vector(file) as Consistency;
    const claim = {
      from: size1,
      to: size2,
      fromRoot: bytes(root1),
      toRoot: bytes(root2),
      proof: (proof ?? []).map(bytes),
    };
    // One accepted probe has roots that are no hashes. A SHA-256 verifier refuses those, and accepts it with real ones.
    const real = [claim.fromRoot, claim.toRoot].every((root) => root.length === 32);
    expect(tree.verifyConsistency(claim, sha256)).toBe(!wantErr && real);
    const hashed = { ...claim, fromRoot: sha256(claim.fromRoot), toRoot: sha256(claim.toRoot) };
    if (!real) expect(tree.verifyConsistency(hashed, sha256)).toBe(!wantErr);
  });
});

describe('against the recursion of RFC 6962, every size to 130', () => {
  const MOST = 130;
  const leaves = leavesOf(MOST);
  const { nodes, read } = storeOf(leaves);
  const { mth, path, subproof } = reference(leaves);
  const roots = Array.from({ length: MOST + 1 }, (_, size) => mth(0, size));
  const rootOf = (size: number) => roots[size] ?? Buffer.alloc(0);

  test('root and frontier, from the stored nodes alone', () => {
    for (let size = 0; size <= MOST; size++) {
      expect(Buffer.compare(tree.rootOf(size, read, sha256), rootOf(size))).toBe(0);
      const frontier = loadFrontier(size, readOnly(nodes, frontierPositions(size)));
      expect(Buffer.compare(frontierRoot(frontier, sha256), rootOf(size))).toBe(0);
    }
  });

  test('every inclusion proof, reading no more than it announced', () => {
    for (let size = 1; size <= MOST; size++)
      for (let index = 0; index < size; index++) {
        const announced = tree.inclusionPositions(index, size);
        const proof = tree.inclusionProof(index, size, readOnly(nodes, announced), sha256);
        const claim = { index, size, leafHash: tree.leafHash(leaves[index]!, sha256), proof, root: rootOf(size) };
        if (Buffer.compare(Buffer.concat(proof), Buffer.concat(path(index, 0, size))) !== 0)
          throw new Error(`${index} of ${size}`);
        if (!tree.verifyInclusion(claim, sha256)) throw new Error(`${index} of ${size} refused`);
        if (announced.length > 2 * Math.ceil(Math.log2(size + 1))) throw new Error(`${announced.length} reads`);
      }
  });

  test('every consistency proof, reading no more than it announced', () => {
    for (let to = 1; to <= MOST; to++)
      for (let from = 1; from <= to; from++) {
        const announced = tree.consistencyPositions(from, to);
        const proof = tree.consistencyProof(from, to, readOnly(nodes, announced), sha256);
        const claim = { from, to, fromRoot: rootOf(from), toRoot: rootOf(to), proof };
        if (Buffer.compare(Buffer.concat(proof), Buffer.concat(subproof(from, 0, to))) !== 0)
          throw new Error(`${from} to ${to}`);
        if (!tree.verifyConsistency(claim, sha256)) throw new Error(`${from} to ${to} refused`);
      }
  });

  test('a batch leaves the same nodes and root as one by one', () => {
    for (let before = 0; before <= 20; before++)
      for (let more = 0; more <= 40; more++) {
        const start = loadFrontier(before, read);
        const hashes = leaves.slice(before, before + more).map((leaf) => tree.leafHash(leaf, sha256));
        const batch = appendAll(start, hashes, sha256);
        expect(batch.root).toEqual(rootOf(before + more));
        expect(batch.frontier).toEqual(loadFrontier(before + more, read));
        expect(hexes(batch.nodes.map(({ hash }) => hash))).toEqual(
          hexes(nodes.slice(tree.nodeCount(before), tree.nodeCount(before + more))),
        );
        expect(start).toEqual(loadFrontier(before, read));
      }
  });
});

describe('positions', () => {
  test('are those of the sumdb index', () => {
    // golang.org/x/mod/sumdb/tlog: the leaves 0 to 7 stand at 0, 1, 3, 4, 7, 8, 10, 11; the root over them at 14.
    expect([0, 1, 2, 3, 4, 5, 6, 7].map((n) => tree.position(0, n))).toEqual([0, 1, 3, 4, 7, 8, 10, 11]);
    expect(tree.position(3, 0)).toBe(14);
  });

  test('stay exact far beyond 2^32', () => {
    expect(tree.nodeCount(2 ** 40)).toBe(2 ** 41 - 1);
    expect(tree.coverPositions({ lo: 0, hi: 2 ** 40 })).toEqual([2 ** 41 - 2]);
    expect(tree.inclusionPositions(2 ** 40, 2 ** 40 + 1)).toEqual([2 ** 41 - 2]);
  });

  test.each<[string, () => unknown]>([
    ['no entry 3 in a tree of 3', () => tree.inclusionPositions(3, 3)],
    ['no tree size: -1', () => tree.inclusionPositions(-1, 3)],
    ['no consistency from 0 to 3', () => tree.consistencyPositions(0, 3)],
    ['no consistency from 4 to 3', () => tree.consistencyPositions(4, 3)],
    ['no tree size: 0.5', () => tree.inclusionPositions(0.5, 3)],
    ['no tree size: NaN', () => tree.rootOf(NaN, readOnly([]), sha256)],
    ['frontier does not fit its size', () => append({ size: 3, roots: [] }, new Uint8Array(32), sha256)],
  ])('throw "%s"', (why, of) => expect(of).toThrow(new RangeError(why)));
});

describe('a proof that would fit, of a claim that no tree makes', () => {
  const leaves = leavesOf(4);
  const { read } = storeOf(leaves);
  const [l0, l1] = [0, 1].map((n) => tree.leafHash(leaves[n]!, sha256)) as [Uint8Array, Uint8Array];
  const root = tree.rootOf(2, read, sha256);
  const short = (hash: Uint8Array) => hash.subarray(0, 31);

  const alone = { index: 0, size: 1, leafHash: l0, proof: [], root: l0 };
  const first = { index: 0, size: 2, leafHash: l0, proof: [l1], root };
  test.each<[string, tree.InclusionClaim]>([
    ['an index below 0', { ...alone, index: -1 }],
    ['half an index', { ...alone, index: 0.5 }],
    ['no index', { ...alone, index: NaN }],
    ['an index beyond the tree', { ...alone, index: 1 }],
    ['half a size', { ...first, size: 1.5 }],
    ['hashes that are short', { ...alone, leafHash: short(l0), root: short(l0) }],
    ['a step that is short', { ...first, proof: [short(l1)] }],
    ['a step too many', { ...alone, leafHash: l1, proof: [l0], root }],
    ['a step too few', { ...first, size: 3 }],
    ['another root', { ...first, root: l0 }],
  ])('is refused for %s', (_, claim) => {
    // What is short must not be filled up from what was hashed before.
    for (const honest of [alone, first]) expect(tree.verifyInclusion(honest, sha256)).toBe(true);
    expect(tree.verifyInclusion(claim, sha256)).toBe(false);
  });

  const grown = { from: 1, to: 2, fromRoot: l0, toRoot: root, proof: [l1] };
  const same = { from: 2, to: 2, fromRoot: root, toRoot: root, proof: [] };
  const [three, four] = [3, 4].map((size) => tree.rootOf(size, read, sha256)) as [Uint8Array, Uint8Array];
  const odd = { from: 3, to: 4, fromRoot: three, toRoot: four, proof: tree.consistencyProof(3, 4, read, sha256) };
  test.each<[string, tree.ConsistencyClaim]>([
    ['the empty log', { ...grown, from: 0, proof: [l0, l1] }],
    ['half a size', { ...grown, from: 1.5, proof: [l0, l1] }],
    ['half a later size', { ...grown, to: 1.5 }],
    ['a log that shrank', { ...grown, from: 2, to: 1, toRoot: l0, proof: [] }],
    ['roots that are short', { ...same, fromRoot: short(root), toRoot: short(root) }],
    ['a step between the same', { ...same, proof: [l1] }],
    ['another root of the same', { ...same, toRoot: l0 }],
    ['a step that is short', { ...grown, proof: [short(l1)] }],
    ['no step at all', { ...odd, proof: [] }],
    ['a step too few', { ...grown, to: 3 }],
    ['a step too many', { ...grown, proof: [l1, l0] }],
    ['another earlier root', { ...odd, fromRoot: root }],
    ['another later root', { ...odd, toRoot: root }],
  ])('is refused for %s', (_, claim) => {
    for (const honest of [grown, same, odd]) expect(tree.verifyConsistency(honest, sha256)).toBe(true);
    tree.verifyConsistency(grown, sha256);
    expect(tree.verifyConsistency(claim, sha256)).toBe(false);
  });
});

test('the root does not bind the size: a path for 3 entries also verifies as one for 4', () => {
  const leaves = leavesOf(3);
  const { read } = storeOf(leaves);
  const claim = {
    index: 0,
    size: 3,
    leafHash: tree.leafHash(leaves[0]!, sha256),
    proof: tree.inclusionProof(0, 3, read, sha256),
    root: tree.rootOf(3, read, sha256),
  };
  expect(tree.verifyInclusion(claim, sha256)).toBe(true);
  expect(tree.verifyInclusion({ ...claim, size: 4 }, sha256)).toBe(true);
  expect(tree.verifyInclusion({ ...claim, size: 5 }, sha256)).toBe(false);
});

test('the first entry is the root over itself', () => {
  const hash = sha256(Buffer.from('first'));
  expect(frontierRoot(EMPTY_FRONTIER, sha256)).toEqual(tree.emptyRoot(sha256));
  expect(append(EMPTY_FRONTIER, hash, sha256)).toEqual({
    frontier: { size: 1, roots: [hash] },
    nodes: [{ position: 0, hash }],
    root: hash,
  });
});

test('a thousand appends to a log of a million stay cheap', () => {
  let frontier = { size: 999_999, roots: frontierPositions(999_999).map((at) => sha256(Buffer.from(`${at}`))) };
  let stored = 0;
  for (let i = 0; i < 1000; i++) {
    const appended = append(frontier, sha256(Buffer.from(`${i}`)), sha256);
    frontier = { size: appended.frontier.size, roots: [...appended.frontier.roots] };
    stored += appended.nodes.length;
  }
  expect(stored).toBeLessThanOrEqual(2 * 1000 + 1);
});
