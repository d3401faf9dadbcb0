import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = (blob: string, big: string, end: string, clustered: string): readonly string[] => [
  `CREATE TABLE log (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
    name TEXT NOT NULL UNIQUE,
    facility_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('custody', 'access')),
    UNIQUE (facility_id, kind)
  )${end}`,
  `CREATE TABLE log_leaf (
    log INTEGER NOT NULL REFERENCES log (id),
    seq INTEGER NOT NULL CHECK (seq >= 0),
    body TEXT NOT NULL,
    hash ${blob} NOT NULL CHECK (length(hash) = 32),
    digests TEXT,
    type TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    actor TEXT NOT NULL,
    item TEXT,
    resident TEXT,
    prior INTEGER,
    corrects INTEGER,
    command TEXT NOT NULL,
    part INTEGER NOT NULL CHECK (part >= 0),
    PRIMARY KEY (log, seq)
  )${clustered}`,
  'CREATE UNIQUE INDEX log_leaf_command ON log_leaf (log, command, part)',
  // One next entry after each, and one first: what makes a double check-out impossible, and the way to an item's newest.
  'CREATE UNIQUE INDEX log_leaf_item ON log_leaf (log, item, COALESCE(prior, -1)) WHERE item IS NOT NULL',
  'CREATE INDEX log_leaf_resident ON log_leaf (log, resident, seq) WHERE resident IS NOT NULL',
  // An append is paid by the page: what can be found without a row in an index has none (ledger/leaf-indexes.ts reads them).
  "CREATE INDEX log_leaf_type ON log_leaf (log, type, seq) WHERE type NOT IN ('item.checked-out', 'item.checked-in')",
  'CREATE INDEX log_leaf_recorded ON log_leaf (log, recorded_at) WHERE seq % 64 = 0',
  `CREATE INDEX log_leaf_behind ON log_leaf (log, recorded_at) WHERE body = replace(body, '"behind":0,', '')`,
  'CREATE INDEX log_leaf_corrects ON log_leaf (log, corrects) WHERE corrects IS NOT NULL',
  `CREATE TABLE log_node (
    log INTEGER NOT NULL REFERENCES log (id),
    pos ${big} NOT NULL CHECK (pos >= 0),
    hash ${blob} NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (log, pos)
  )${clustered}`,
  `CREATE TABLE log_head (
    log INTEGER NOT NULL PRIMARY KEY REFERENCES log (id),
    size INTEGER NOT NULL CHECK (size >= 0),
    root ${blob} NOT NULL CHECK (length(root) = 32),
    frontier ${blob} NOT NULL CHECK (length(frontier) % 32 = 0),
    highest_at TEXT NOT NULL
  )${end}`,
  `CREATE TABLE log_checkpoint (
    log INTEGER NOT NULL REFERENCES log (id),
    size INTEGER NOT NULL,
    note TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (log, size)
  )${clustered}`,
  `CREATE TABLE log_anchor (
    id TEXT NOT NULL PRIMARY KEY,
    log INTEGER NOT NULL REFERENCES log (id),
    size INTEGER NOT NULL,
    code TEXT NOT NULL,
    kind TEXT NOT NULL,
    ref TEXT NOT NULL,
    at TEXT NOT NULL
  )${end}`,
  `CREATE TABLE command (
    id TEXT NOT NULL PRIMARY KEY,
    facility_id TEXT NOT NULL,
    route TEXT NOT NULL,
    body_mac ${blob},
    log INTEGER NOT NULL REFERENCES log (id),
    first_seq INTEGER NOT NULL,
    subject TEXT
  )${end}`,
  `CREATE TABLE private_field (
    log INTEGER NOT NULL REFERENCES log (id),
    seq INTEGER NOT NULL,
    field TEXT NOT NULL,
    r ${blob} NOT NULL CHECK (length(r) = 32),
    value TEXT NOT NULL,
    PRIMARY KEY (log, seq, field)
  )${clustered}`,
];

const APPEND_ONLY = ['log', 'log_leaf', 'log_node', 'log_checkpoint', 'log_anchor'] as const;

const refuse = (name: string, on: string, when: string, why: string): string =>
  `CREATE TRIGGER ${name} BEFORE ${on} ${when} BEGIN SELECT RAISE(ABORT, '${why}'); END`;

/** INSERT OR REPLACE walks through UPDATE and DELETE triggers, so an insert that would replace or leave a gap is refused too. */
const SQLITE_GUARDS: readonly string[] = [
  ...APPEND_ONLY.flatMap((table) => [
    refuse(`${table}_no_update`, `UPDATE ON ${table}`, '', `${table} is append-only`),
    refuse(`${table}_no_delete`, `DELETE ON ${table}`, '', `${table} is append-only`),
  ]),
  refuse(
    'log_leaf_next',
    'INSERT ON log_leaf',
    'WHEN NEW.seq IS NOT (SELECT COALESCE(MAX(seq), -1) + 1 FROM log_leaf WHERE log = NEW.log)',
    'log_leaf has a gap or a replacement',
  ),
  refuse(
    'log_node_next',
    'INSERT ON log_node',
    'WHEN NEW.pos IS NOT (SELECT COALESCE(MAX(pos), -1) + 1 FROM log_node WHERE log = NEW.log)',
    'log_node has a gap or a replacement',
  ),
  refuse(
    'log_new',
    'INSERT ON log',
    'WHEN EXISTS (SELECT 1 FROM log WHERE id = NEW.id OR name = NEW.name)',
    'log exists',
  ),
  refuse(
    'log_checkpoint_new',
    'INSERT ON log_checkpoint',
    'WHEN EXISTS (SELECT 1 FROM log_checkpoint WHERE log = NEW.log AND size = NEW.size)',
    'checkpoint exists',
  ),
  refuse(
    'log_anchor_new',
    'INSERT ON log_anchor',
    'WHEN EXISTS (SELECT 1 FROM log_anchor WHERE id = NEW.id)',
    'anchor exists',
  ),
  refuse(
    'log_head_new',
    'INSERT ON log_head',
    'WHEN EXISTS (SELECT 1 FROM log_head WHERE log = NEW.log)',
    'head exists',
  ),
  refuse(
    'log_head_grows',
    'UPDATE ON log_head',
    'WHEN NEW.log <> OLD.log OR NEW.size <= OLD.size OR NEW.highest_at < OLD.highest_at',
    'the head only grows',
  ),
  refuse('log_head_no_delete', 'DELETE ON log_head', '', 'the head stays'),
  refuse('command_new', 'INSERT ON command', 'WHEN EXISTS (SELECT 1 FROM command WHERE id = NEW.id)', 'command exists'),
  refuse(
    'command_no_update',
    'UPDATE ON command',
    `WHEN NEW.body_mac IS NOT NULL OR NEW.id <> OLD.id OR NEW.facility_id <> OLD.facility_id OR NEW.route <> OLD.route
      OR NEW.log <> OLD.log OR NEW.first_seq <> OLD.first_seq OR NEW.subject IS NOT OLD.subject`,
    'of a command only its digest may be erased',
  ),
  refuse('command_no_delete', 'DELETE ON command', '', 'commands stay'),
  refuse(
    'private_field_new',
    'INSERT ON private_field',
    'WHEN EXISTS (SELECT 1 FROM private_field WHERE log = NEW.log AND seq = NEW.seq AND field = NEW.field)',
    'field exists',
  ),
  refuse('private_field_no_update', 'UPDATE ON private_field', '', 'a private field is erased or stays'),
];

const POSTGRES_GUARDS: readonly string[] = [
  `CREATE FUNCTION azukari_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$`,
  `CREATE FUNCTION azukari_next_leaf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NEW.seq IS DISTINCT FROM (SELECT COALESCE(MAX(seq), -1) + 1 FROM log_leaf WHERE log = NEW.log) THEN RAISE EXCEPTION 'log_leaf has a gap or a replacement'; END IF;
    RETURN NEW; END $$`,
  `CREATE FUNCTION azukari_next_node() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NEW.pos IS DISTINCT FROM (SELECT COALESCE(MAX(pos), -1) + 1 FROM log_node WHERE log = NEW.log) THEN RAISE EXCEPTION 'log_node has a gap or a replacement'; END IF;
    RETURN NEW; END $$`,
  `CREATE FUNCTION azukari_head_grows() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NEW.log <> OLD.log OR NEW.size <= OLD.size OR NEW.highest_at < OLD.highest_at THEN RAISE EXCEPTION 'the head only grows'; END IF;
    RETURN NEW; END $$`,
  `CREATE FUNCTION azukari_command_stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NEW.body_mac IS NOT NULL OR NEW.id <> OLD.id OR NEW.facility_id <> OLD.facility_id OR NEW.route <> OLD.route
      OR NEW.log <> OLD.log OR NEW.first_seq <> OLD.first_seq OR NEW.subject IS DISTINCT FROM OLD.subject
    THEN RAISE EXCEPTION 'of a command only its digest may be erased'; END IF;
    RETURN NEW; END $$`,
  ...APPEND_ONLY.flatMap((table) => [
    `CREATE TRIGGER ${table}_no_change BEFORE UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION azukari_refuse()`,
    `CREATE TRIGGER ${table}_no_truncate BEFORE TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION azukari_refuse()`,
  ]),
  'CREATE TRIGGER log_leaf_next BEFORE INSERT ON log_leaf FOR EACH ROW EXECUTE FUNCTION azukari_next_leaf()',
  'CREATE TRIGGER log_node_next BEFORE INSERT ON log_node FOR EACH ROW EXECUTE FUNCTION azukari_next_node()',
  'CREATE TRIGGER log_head_grows BEFORE UPDATE ON log_head FOR EACH ROW EXECUTE FUNCTION azukari_head_grows()',
  'CREATE TRIGGER log_head_no_delete BEFORE DELETE ON log_head FOR EACH ROW EXECUTE FUNCTION azukari_refuse()',
  'CREATE TRIGGER log_head_no_truncate BEFORE TRUNCATE ON log_head FOR EACH STATEMENT EXECUTE FUNCTION azukari_refuse()',
  'CREATE TRIGGER command_no_update BEFORE UPDATE ON command FOR EACH ROW EXECUTE FUNCTION azukari_command_stays()',
  'CREATE TRIGGER command_no_delete BEFORE DELETE ON command FOR EACH ROW EXECUTE FUNCTION azukari_refuse()',
  'CREATE TRIGGER command_no_truncate BEFORE TRUNCATE ON command FOR EACH STATEMENT EXECUTE FUNCTION azukari_refuse()',
  'CREATE TRIGGER private_field_no_update BEFORE UPDATE ON private_field FOR EACH ROW EXECUTE FUNCTION azukari_refuse()',
  `DO $$ DECLARE t record; BEGIN
    FOR t IN SELECT c.relname AS tab, g.tgname AS trg FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid WHERE NOT g.tgisinternal
    LOOP EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER %I', t.tab, t.trg); END LOOP; END $$`,
  // Run by the owner after every migration: the application may insert into the log, never alter it.
  `CREATE FUNCTION azukari_grant(app text) RETURNS void LANGUAGE plpgsql AS $$ DECLARE t text; BEGIN
    FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = current_schema() AND tableowner = current_user LOOP
      IF t IN ('log', 'log_leaf', 'log_node', 'log_checkpoint', 'log_anchor') THEN EXECUTE format('GRANT SELECT, INSERT ON %I TO %I', t, app);
      ELSIF t IN ('log_head', 'command') THEN EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %I TO %I', t, app);
      ELSIF t = 'private_field' THEN EXECUTE format('GRANT SELECT, INSERT, DELETE ON %I TO %I', t, app);
      ELSIF t = 'migrations' THEN EXECUTE format('GRANT SELECT ON %I TO %I', t, app);
      ELSE EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO %I', t, app);
      END IF;
    END LOOP; END $$`,
];

/** The tables of the ledger with their guards. */
export class Ledger1763683200001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const sqlite = runner.dataSource.options.type === 'better-sqlite3';
    const statements = sqlite
      ? [...TABLES('BLOB', 'INTEGER', ' STRICT', ' STRICT, WITHOUT ROWID'), ...SQLITE_GUARDS]
      : [...TABLES('BYTEA', 'BIGINT', '', ''), ...POSTGRES_GUARDS];
    for (const sql of statements) await runner.query(sql);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('a ledger is not undone'));
  }
}
