import { hash } from 'node:crypto';
import {
  appendAll,
  EMPTY_FRONTIER,
  formatReceipt,
  formatVerifierKey,
  inclusionPositions,
  inclusionProof,
  leafHash,
  leafText,
  logName,
  parseVerifierKey,
  seal,
  signCheckpoint,
  utf8,
} from '@azukari/domain';
import { nodeMeans } from '../verify/node-means.ts';
import { examineReceipt } from '../verify/receipt.ts';
import { Dice, sha256, signerOf } from '../verify/testing/random-log.ts';

const ENTRIES = Number(process.env.BENCH_RECEIPT_ENTRIES ?? 1_000_000);
const A_BATCH = 1_000;
const TIMES = 200;

/** receiptOf makes the receipt of a check-out with everyday words in a log of so many entries: its size, and how long it takes to verify. */
export async function receiptOf(entries = ENTRIES) {
  const dice = new Dice(7);
  const log = logName(dice.uuid(), 'custody');
  const signer = signerOf(log, dice.bytes(32));
  const index = Math.floor(entries * 0.6);
  const { leaf, secret } = checkOut(dice, log, index);
  const { nodes, root } = treeOf(entries, index, leafHash(utf8(leaf), sha256));
  const note = signCheckpoint({ log, size: entries, root }, [signer]);
  const proof = inclusionProof(index, entries, (position) => nodes.get(position), sha256);
  const receipt = formatReceipt({ leaf, ...secret }, { index, proof, checkpoint: note });
  const key = parseVerifierKey(formatVerifierKey(signer.key), sha256);
  const times = [];
  for (let n = 0; n < TIMES; n++) {
    const began = performance.now();
    const { verdict } = await examineReceipt(receipt, { kind: 'key', key }, nodeMeans());
    times.push(performance.now() - began);
    if (verdict !== 'holds') throw new Error(verdict);
  }
  times.sort((one, other) => one - other);
  return {
    entries,
    bytes: Buffer.byteLength(receipt),
    path: proof.length,
    median: times[TIMES / 2],
    p95: times[TIMES * 0.95],
  };
}

function checkOut(dice, log, seq) {
  const words = {
    actorName: '佐々木 美智子',
    residentName: '髙﨑 𠮷右衛門',
    holderName: '鈴木 一郎',
    destination: 'さくら総合病院 整形外科',
    note: '車いすで。午後はリハビリもあります。',
  };
  const secret = seal(words, (length) => dice.bytes(length), sha256);
  const recordedAt = '2026-11-21T22:41:25.123Z';
  const leaf = leafText({
    actor: `staff:${dice.uuid()}`,
    auth: 'password',
    authAge: 12,
    behind: 0,
    command: dice.uuid(),
    corrects: null,
    device: dice.uuid(),
    item: dice.uuid(),
    log,
    occurredAt: null,
    part: 0,
    parts: 1,
    prior: seq - 1,
    private: secret.private,
    recordedAt,
    resident: dice.uuid(),
    seq,
    type: 'item.checked-out',
    v: 1,
    facts: {
      holder: `staff:${dice.uuid()}`,
      purpose: 'outpatient',
      dueBackAt: recordedAt,
      contact: null,
      sheet: null,
    },
  });
  return { leaf, secret: { digests: secret.digests, openings: secret.openings } };
}

/** Of a million others only the hashes matter; of all nodes those that the proof reads. */
function treeOf(entries, index, own) {
  const wanted = new Set(inclusionPositions(index, entries));
  const nodes = new Map();
  let frontier = EMPTY_FRONTIER;
  let root = new Uint8Array();
  for (let from = 0; from < entries; from += A_BATCH) {
    const size = Math.min(A_BATCH, entries - from);
    const hashes = Array.from({ length: size }, (_, n) =>
      from + n === index ? own : hash('sha256', String(from + n), 'buffer'),
    );
    const appended = appendAll(frontier, hashes, sha256);
    for (const { position, hash: of } of appended.nodes) if (wanted.has(position)) nodes.set(position, of);
    ({ frontier, root } = appended);
  }
  return { nodes, root };
}

if (import.meta.main) console.log(await receiptOf());
