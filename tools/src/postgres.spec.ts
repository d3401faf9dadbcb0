import pg from 'pg';
import { createDatabase, startPostgres, type RunningPostgres } from '../postgres.mjs';

let server: RunningPostgres;

beforeAll(async () => (server = await startPostgres()));
afterAll(() => server.stop());

async function ask(connectionString: string, question: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(question);
    return rows;
  } finally {
    await client.end();
  }
}

describe('the PostgreSQL of the tests', () => {
  test('is version 18 and really durable', async () => {
    const [row] = await ask(
      server.databaseUrl,
      "SELECT current_setting('server_version') v, current_setting('fsync') f",
    );
    expect(row).toEqual({ v: expect.stringMatching(/^18\./) as string, f: 'on' });
  });

  test('lets the application own nothing', async () => {
    await expect(ask(server.databaseUrl, 'CREATE TABLE mine (a int)')).rejects.toThrow('permission denied');
    await expect(ask(server.ownerUrl, 'CREATE TABLE theirs (a int)')).resolves.toEqual([]);
    await expect(ask(server.databaseUrl, 'SELECT * FROM theirs')).rejects.toThrow('permission denied');
  });

  test('gives each suite a database of its own, and takes it back', async () => {
    const [one, two] = [await createDatabase(server), await createDatabase(server)];
    await ask(one.ownerUrl, 'CREATE TABLE only_here (a int)');
    await expect(ask(two.ownerUrl, 'SELECT * FROM only_here')).rejects.toThrow('does not exist');
    await one.drop();
    await two.drop();
    await expect(ask(one.ownerUrl, 'SELECT 1')).rejects.toThrow('does not exist');
  });

  test('sorts as a person would, not as bytes', async () => {
    const rows = await ask(server.databaseUrl, "SELECT x FROM (VALUES ('b'), ('B'), ('a'), ('A')) t(x) ORDER BY x");
    expect(rows.map(({ x }) => x)).toEqual(['a', 'A', 'b', 'B']);
  });
});
