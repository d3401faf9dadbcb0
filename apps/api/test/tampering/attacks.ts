import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { base64, parseCheckpointBody, parseNote } from '@azukari/domain';
import type { EntryFacts } from '@azukari/domain';
import { markOf } from '../../src/ledger/explanations.ts';
import { Keys } from '../../src/ledger/keys.ts';
import { Intruder, withKeys } from './intruder.ts';

/** DETECTORS in the order in which they are asked; the last is what a stranger has kept. */
export type Detector = 'start' | 'health' | 'no signature' | 'no entry' | 'verifier' | 'anchor';

/** HOUSE is what the intruder knows of the house; the suite fills it in. */
export const HOUSE = { facilityId: '', otherFacility: '', yesterday: '' };

/** An attack by way of the database file alone, guards lifted and put back. */
const inFile =
  (work: (by: Intruder) => void) =>
  (folder: string): void => {
    const by = new Intruder(folder, HOUSE.facilityId);
    by.unguarded(() => work(by));
  };
const OUT = 'item.checked-out';
const anotherActor = (body: string): string => body.replace(/"actor":"staff:.{8}/, '"actor":"staff:00000000');
const without = (folder: string, part: string): void => rmSync(join(folder, part), { recursive: true, force: true });

export const ATTACKS: readonly (readonly [string, readonly Detector[], (folder: string) => void])[] = [
  ['an entry’s text is edited', ['health', 'verifier'], inFile((by) => by.edit(by.seqOf(OUT), anotherActor))],
  [
    'an entry’s moment is edited',
    ['health', 'verifier'],
    inFile((by) => by.edit(by.seqOf(OUT), (body) => body.replace(/("recordedAt":"\d{4}-)\d\d/, '$101'))),
  ],
  [
    'an entry’s text and hash are edited',
    ['health', 'verifier'],
    inFile((by) => {
      const seq = by.seqOf(OUT);
      by.edit(seq, anotherActor);
      by.run('UPDATE log_leaf SET hash = randomblob(32) WHERE log = ? AND seq = ?', by.log, seq);
    }),
  ],
  [
    'only the column of the type is edited',
    ['health'],
    inFile((by) =>
      by.run("UPDATE log_leaf SET type = 'item.checked-in' WHERE log = ? AND seq = ?", by.log, by.seqOf(OUT)),
    ),
  ],
  [
    'only the column of the actor is edited',
    ['health'],
    inFile((by) => by.run("UPDATE log_leaf SET actor = 'system' WHERE log = ? AND seq = ?", by.log, by.seqOf(OUT))),
  ],
  [
    'an entry is deleted',
    ['health', 'verifier'],
    inFile((by) => by.run('DELETE FROM log_leaf WHERE log = ? AND seq = ?', by.log, by.seqOf(OUT))),
  ],
  [
    'an entry is deleted and the rest renumbered',
    ['health', 'no entry'],
    inFile((by) => {
      const seq = by.seqOf(OUT);
      by.run('DELETE FROM log_leaf WHERE log = ? AND seq = ?', by.log, seq);
      by.run('UPDATE log_leaf SET seq = seq + 1000000 WHERE log = ? AND seq > ?', by.log, seq);
      by.run('UPDATE log_leaf SET seq = seq - 1000001 WHERE log = ? AND seq > 1000000', by.log);
    }),
  ],
  ['an entry is inserted at the end', ['health', 'no entry'], inFile((by) => insertCopy(by, by.size()))],
  [
    'an entry is inserted with its nodes and head',
    ['health', 'verifier'],
    inFile((by) => {
      insertCopy(by, by.size());
      by.rebuild();
    }),
  ],
  [
    'two entries are swapped',
    ['health', 'verifier'],
    inFile((by) => {
      const seq = by.seqOf(OUT);
      const [one, two] = [by.body(seq), by.body(seq + 1)];
      by.edit(seq, () => two);
      by.edit(seq + 1, () => one);
    }),
  ],
  [
    'one part of a command of two is dropped, and all made to fit',
    ['health', 'no signature'],
    inFile((by) => {
      const from = by.seqOf(OUT, 5);
      by.cut(from);
      by.forgetCheckpoints(from);
      by.rebuild();
    }),
  ],
  ['the tail is cut off', ['health', 'no entry'], inFile((by) => by.cut(by.size() - 3))],
  ['the tail is cut off with nodes, head and checkpoints', ['health', 'no signature'], inFile((by) => cutTail(by))],
  [
    'the tail is cut off, and the checkpoint beside the database too',
    ['health', 'anchor'],
    (folder) => {
      inFile((by) => cutTail(by))(folder);
      without(folder, 'anchors');
    },
  ],
  [
    'where an item is: only the list is edited',
    ['health'],
    inFile((by) => by.run("UPDATE item SET place = 'ended' WHERE facility_id = ?", HOUSE.facilityId)),
  ],
  [
    'an item vanishes from the list',
    ['health'],
    inFile((by) =>
      by.run('DELETE FROM item WHERE id = (SELECT id FROM item WHERE facility_id = ? LIMIT 1)', HOUSE.facilityId),
    ),
  ],
  [
    'a guard is dropped',
    ['start'],
    (folder) => {
      const by = new Intruder(folder, HOUSE.facilityId);
      by.db.exec('DROP TRIGGER log_leaf_no_update');
      by.db.close();
    },
  ],
  [
    'a guard is replaced by one that lets through',
    ['start'],
    (folder) => {
      const by = new Intruder(folder, HOUSE.facilityId);
      by.db.exec(
        'DROP TRIGGER log_leaf_no_update; CREATE TRIGGER log_leaf_no_update BEFORE UPDATE ON log_leaf BEGIN SELECT 1; END',
      );
      by.db.close();
    },
  ],
  [
    'an index is dropped',
    ['start'],
    (folder) => {
      const by = new Intruder(folder, HOUSE.facilityId);
      by.db.exec('DROP INDEX log_leaf_item');
      by.db.close();
    },
  ],
  [
    'a name is another',
    ['health', 'verifier'],
    inFile((by) =>
      by.run(
        "UPDATE private_field SET value = '別の人' WHERE log = ? AND seq = ? AND field = 'residentName'",
        by.log,
        by.seqOf(OUT),
      ),
    ),
  ],
  [
    'the random bytes of a name are others',
    ['health', 'verifier'],
    inFile((by) =>
      by.run(
        "UPDATE private_field SET r = randomblob(32) WHERE log = ? AND seq = ? AND field = 'residentName'",
        by.log,
        by.seqOf(OUT),
      ),
    ),
  ],
  [
    'two names change places',
    ['health', 'verifier'],
    inFile((by) => {
      const [one, two] = [by.seqOf('resident.registered'), by.seqOf('resident.registered', 1)];
      by.run('UPDATE private_field SET seq = -1 WHERE log = ? AND seq = ?', by.log, one);
      by.run('UPDATE private_field SET seq = ? WHERE log = ? AND seq = ?', one, by.log, two);
      by.run('UPDATE private_field SET seq = ? WHERE log = ? AND seq = -1', two, by.log);
    }),
  ],
  [
    'words are erased without an entry that says so',
    ['health', 'verifier'],
    inFile((by) => by.run('DELETE FROM private_field WHERE log = ? AND seq = ?', by.log, by.seqOf(OUT))),
  ],
  [
    'the digests of words are taken away',
    ['health', 'verifier'],
    inFile((by) => by.run('UPDATE log_leaf SET digests = NULL WHERE log = ? AND seq = ?', by.log, by.seqOf(OUT))),
  ],
  [
    'a node of the tree is another',
    ['health'],
    inFile((by) => by.run('UPDATE log_node SET hash = randomblob(32) WHERE log = ? AND pos = 3', by.log)),
  ],
  [
    'the head’s root is another',
    ['health', 'no signature'],
    inFile((by) => by.run('UPDATE log_head SET root = randomblob(32) WHERE log = ?', by.log)),
  ],
  [
    'a signed checkpoint is edited',
    ['verifier'],
    inFile((by) =>
      by.run(
        "UPDATE log_checkpoint SET note = replace(note, 'A', 'B') WHERE log = ? AND size = (SELECT MIN(size) FROM log_checkpoint WHERE log = ?)",
        by.log,
        by.log,
      ),
    ),
  ],
  [
    'another facility’s entry stands in',
    ['health', 'verifier'],
    inFile((by) => {
      const theirs = by.db
        .prepare(
          "SELECT body FROM log_leaf JOIN log ON log.id = log_leaf.log WHERE facility_id = ? AND kind = 'custody' AND seq = 5",
        )
        .pluck()
        .get(HOUSE.otherFacility) as string;
      by.edit(5, () => theirs);
    }),
  ],
  [
    'everything is made to fit an edited entry, without the key',
    ['no signature'],
    inFile((by) => {
      by.edit(by.seqOf(OUT), anotherActor);
      by.rebuild();
    }),
  ],
  [
    'everything is made to fit an edited entry, without the key, and the checkpoint beside the database is gone',
    ['no signature'],
    (folder) => {
      inFile((by) => {
        by.edit(by.seqOf(OUT), anotherActor);
        by.rebuild();
      })(folder);
      without(folder, 'anchors');
    },
  ],
  [
    'everything is written anew with the key',
    ['anchor'],
    (folder) => {
      inFile((by) => {
        by.edit(by.seqOf(OUT), anotherActor);
        by.rebuild(by.keys());
      })(folder);
      without(folder, 'anchors');
    },
  ],
  ['the database is put back to yesterday’s', ['no signature'], (folder) => copyDatabase(HOUSE.yesterday, folder)],
  [
    'database and checkpoint are put back to yesterday’s',
    ['anchor'],
    (folder) => {
      copyDatabase(HOUSE.yesterday, folder);
      cpSync(join(HOUSE.yesterday, 'anchors'), join(folder, 'anchors'), { recursive: true });
    },
  ],
  [
    'the key is another',
    ['no signature'],
    (folder) => {
      without(folder, join('keys', 'signing.pem'));
      new Keys(join(folder, 'keys'));
    },
  ],
  [
    'the key is another, and everything is written anew with it',
    ['anchor'],
    (folder) => {
      without(folder, join('keys', 'signing.pem'));
      const keys = new Keys(join(folder, 'keys'));
      inFile((by) => {
        by.edit(0, (body) => withKeys(body, { facts: { key: keys.verifierText(by.name) } }));
        by.rebuild(keys);
      })(folder);
      without(folder, 'anchors');
    },
  ],
  [
    'how far the clock was behind is edited',
    ['health', 'verifier'],
    inFile((by) => by.edit(by.seqOf(OUT), (body) => body.replace('"behind":0', '"behind":7'))),
  ],
  [
    'the database is put back to yesterday’s, and an entry that explains the gap is written in, without the key',
    ['no signature'],
    (folder) => putBackAndExplain(folder, () => `${'A'.repeat(43)}=`),
  ],
  [
    'the database is put back to yesterday’s, and an entry that explains the gap is written in, with the keys',
    ['anchor'],
    (folder) =>
      putBackAndExplain(folder, (by, seq, facts) => markOf(new Keys(join(folder, 'keys')), by.name, seq, facts)),
  ],
];

type Explaining = Omit<EntryFacts<'log.gap-explained'>, 'mark'>;

/** What a manager may do on the screen, done in the file: the newest checkpoint beside the database is given up in an entry. */
function putBackAndExplain(folder: string, mark: (by: Intruder, seq: number, facts: Explaining) => string): void {
  copyDatabase(HOUSE.yesterday, folder);
  inFile((by) => {
    const note = readFileSync(join(folder, 'anchors', `${by.name.replaceAll('/', '-')}.checkpoint`), 'utf8');
    const given = parseCheckpointBody(parseNote(note)?.text ?? '');
    if (!given) throw new Error('no checkpoint beside the database');
    const seq = by.size();
    const facts: Explaining = {
      log: 'custody',
      from: seq,
      size: given.size,
      root: base64(given.root),
      cause: 'backup-restored',
    };
    insertCopy(by, seq);
    by.edit(seq, (body) =>
      withKeys(body, {
        type: 'log.gap-explained',
        facts: {
          cause: facts.cause,
          from: seq,
          log: facts.log,
          mark: mark(by, seq, facts),
          root: facts.root,
          size: given.size,
        },
        item: null,
        prior: null,
        private: null,
        recordedAt: by.body(seq - 1).replace(/.*"recordedAt":"([^"]+)".*/, '$1'),
        resident: null,
      }),
    );
    by.run('UPDATE log_leaf SET digests = NULL WHERE log = ? AND seq = ?', by.log, seq);
    by.rebuild();
  })(folder);
}

function insertCopy(by: Intruder, seq: number): void {
  const last = by.seqOf('item.checked-in', 1);
  const body = withKeys(by.body(last), { seq, command: crypto.randomUUID(), part: 0, parts: 1, prior: last });
  by.run(
    `INSERT INTO log_leaf (log, seq, body, hash, digests, type, recorded_at, actor, item, resident, prior, corrects, command, part)
     SELECT log, ?, ?, randomblob(32), digests, type, recorded_at, actor, item, resident, seq, corrects, ?, 0 FROM log_leaf WHERE log = ? AND seq = ?`,
    seq,
    body,
    crypto.randomUUID(),
    by.log,
    last,
  );
}

function cutTail(by: Intruder): void {
  const from = by.seqOf(OUT, 6);
  by.cut(from);
  by.forgetCheckpoints(from);
  by.rebuild();
}

function copyDatabase(from: string, to: string): void {
  for (const end of ['-wal', '-shm']) rmSync(join(to, `azukari.sqlite${end}`), { force: true });
  writeFileSync(join(to, 'azukari.sqlite'), readFileSync(join(from, 'azukari.sqlite')));
}
