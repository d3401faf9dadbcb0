import Database from 'better-sqlite3';
import fastify from 'fastify';

/** The yardstick: a bare Fastify that inserts one row per request, with the same pragmas and nothing else. */
const file = process.argv[2];
const db = new Database(file);
for (const pragma of [
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
  'trusted_schema = OFF',
  'recursive_triggers = ON',
  'secure_delete = ON',
  'cell_size_check = ON',
  'wal_autocheckpoint = 4000',
])
  db.pragma(pragma);
db.exec('CREATE TABLE movement (seq INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
const insert = db.prepare('INSERT INTO movement (body) VALUES (?)');
const app = fastify();
app.post('/', (request, reply) => {
  const { lastInsertRowid } = insert.run(JSON.stringify(request.body));
  reply.status(201);
  return { seq: Number(lastInsertRowid) };
});
await app.listen({ port: 0, host: '127.0.0.1' });
console.log(`ready http://127.0.0.1:${app.server.address().port}`);
