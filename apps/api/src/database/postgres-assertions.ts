import type { QueryRunner } from 'typeorm';

const LOG_TABLES = ['log', 'log_leaf', 'log_node', 'log_head', 'log_checkpoint', 'command', 'private_field'] as const;
const GUARDS: readonly string[] = [
  ...['log', 'log_leaf', 'log_node', 'log_checkpoint', 'log_anchor', 'log_head', 'command'].map(
    (table) => `${table}_no_truncate`,
  ),
  ...['log', 'log_leaf', 'log_node', 'log_checkpoint', 'log_anchor'].map((table) => `${table}_no_change`),
  'log_leaf_next',
  'log_node_next',
  'log_head_grows',
  'log_head_no_delete',
  'command_no_update',
  'command_no_delete',
  'private_field_no_update',
];

/** assertPostgres stops the start when the application could alter the log, or when a guard is gone or switched off. */
export async function assertPostgres(runner: QueryRunner): Promise<void> {
  const owned = (await runner.query(
    `SELECT c.relname AS name FROM pg_class c WHERE c.relname = ANY($1) AND pg_has_role(current_user, c.relowner, 'MEMBER')`,
    [LOG_TABLES],
  )) as { name: string }[];
  if (owned.length > 0)
    throw new Error(
      `the application owns ${owned.map((row) => row.name).join(', ')}: give DATABASE_URL a role of its own`,
    );
  const standing = (await runner.query(
    "SELECT tgname AS name FROM pg_trigger WHERE tgenabled = 'A' AND tgname = ANY($1)",
    [GUARDS],
  )) as { name: string }[];
  const missing = GUARDS.filter((name) => !standing.some((row) => row.name === name));
  if (missing.length > 0) throw new Error(`guards of the log are missing or switched off: ${missing.join(', ')}`);
  const [settings] = (await runner.query(
    `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit, current_setting('server_encoding') AS encoding`,
  )) as { fsync: string; commit: string; encoding: string }[];
  if (settings?.fsync !== 'on' || settings.commit === 'off')
    throw new Error('PostgreSQL runs without fsync or synchronous_commit');
  if (settings.encoding !== 'UTF8') throw new Error('the PostgreSQL database must use UTF8');
}
