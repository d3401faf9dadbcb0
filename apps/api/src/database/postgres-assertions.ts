import type { QueryRunner } from 'typeorm';

const LOG_TABLES = ['log', 'log_leaf', 'log_node', 'log_head', 'log_checkpoint', 'command', 'private_field'] as const;
const GUARDED = ['log', 'log_leaf', 'log_node', 'log_checkpoint', 'command'] as const;

/** assertPostgres stops the start when the application could alter the log, or when a guard is gone or switched off. */
export async function assertPostgres(runner: QueryRunner): Promise<void> {
  const owned = (await runner.query(
    `SELECT c.relname AS name FROM pg_class c WHERE c.relname = ANY($1) AND pg_has_role(current_user, c.relowner, 'MEMBER')`,
    [LOG_TABLES],
  )) as { name: string }[];
  if (owned.length > 0)
    throw new Error(`the application owns ${owned.map((row) => row.name).join(', ')}: give DATABASE_URL a role of its own`);
  const guards = (await runner.query(
    `SELECT c.relname AS name, count(*) AS guards FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
     WHERE c.relname = ANY($1) AND t.tgenabled = 'A' AND NOT t.tgisinternal GROUP BY c.relname`,
    [GUARDED],
  )) as { name: string; guards: string }[];
  for (const table of GUARDED) {
    const guard = guards.find((row) => row.name === table);
    if (!guard || Number(guard.guards) < 2) throw new Error(`the guards of ${table} are missing or switched off`);
  }
  const [settings] = (await runner.query(
    `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit, current_setting('server_encoding') AS encoding`,
  )) as { fsync: string; commit: string; encoding: string }[];
  if (settings?.fsync !== 'on' || settings.commit === 'off') throw new Error('PostgreSQL runs without fsync or synchronous_commit');
  if (settings.encoding !== 'UTF8') throw new Error('the PostgreSQL database must use UTF8');
}
