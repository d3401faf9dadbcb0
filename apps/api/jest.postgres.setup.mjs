import { startPostgres } from '@azukari/tools/postgres';

/** Starts one server for the whole run, unless the caller named one already. */
export default async function setup() {
  if (process.env.DATABASE_URL && process.env.DATABASE_OWNER_URL) return;
  const server = await startPostgres();
  process.env.DATABASE_URL = server.databaseUrl;
  process.env.DATABASE_OWNER_URL = server.ownerUrl;
  process.env.AZUKARI_TEMPLATE = 'azukari_template';
  globalThis.azukariPostgres = server;
}
