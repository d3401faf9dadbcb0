import { join } from 'node:path';
import { furnish } from './house.mjs';
import { azukari } from './server.mjs';

const dist = join(import.meta.dirname, '../../apps/api/dist');
const load = (path) => import(join(dist, path));
const IN_DAYS = 15;

/** noticesFor is how long it takes to see who is to be told, to write so many notices down, and to compose the final bytes of each. */
export async function noticesFor(folder, families) {
  const server = await azukari(folder, { AZUKARI_WAKES: '0' });
  const { post } = await furnish(server, families, {
    itemsEach: 1,
    expiresOn: new Date(Date.now() + IN_DAYS * 86_400_000).toISOString().slice(0, 10),
    mailTo: (n) => `family-${n}@example.jp`,
  });
  await post('/api/facility', { version: 1, phone: '03-0000-0001' }, 'PATCH');
  await post('/api/reminders/settings', { version: 1, signer: '測定', title: '係', hours: '平日', steps: [] }, 'PATCH');
  await server.stop();

  const { createApp } = await load('app.js');
  const { readConfig } = await load('config.js');
  const { Clock } = await load('clock.js');
  const { Database } = await load('database/database.js');
  const { Engine } = await load('notices/engine.js');
  const app = await createApp(
    readConfig({
      AZUKARI_DATA: folder,
      AZUKARI_LOG: 'silent',
      AZUKARI_WAKES: '0',
      AZUKARI_SMTP: 'smtp://127.0.0.1:9',
      AZUKARI_MAIL_FROM: 'bench@example.jp',
      AZUKARI_FAMILY_URL: 'https://family.example.jp',
      AZUKARI_FAMILY_PORT: '0',
    }),
  );
  const of = (kind) => app.get(kind, { strict: false });
  const { writes, reads } = of(Database);
  // As after a stop: everything is made ready, and a person looks before anything is sent.
  await writes.run(({ sql }) =>
    sql.run(
      `INSERT INTO notice_machine (facility_id, confirm_since) SELECT id, '2026-01-01T00:00:00.000Z' FROM facility WHERE true
       ON CONFLICT (facility_id) DO UPDATE SET confirm_since = excluded.confirm_since`,
    ),
  );
  const ten = new Date(Date.now() + 9 * 3_600_000);
  ten.setUTCHours(10, 0, 0, 0);
  of(Clock).setOffset(ten.getTime() - 9 * 3_600_000 - Date.now());
  const began = performance.now();
  await of(Engine).wake();
  const seconds = (performance.now() - began) / 1000;
  const { n } = await reads.sql.get('SELECT COUNT(*) AS n FROM notice WHERE bytes IS NOT NULL');
  await app.close();
  if (n !== families) throw new Error(`${n} of ${families} notices were composed`);
  return { seconds };
}
