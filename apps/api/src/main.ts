import 'reflect-metadata';
import { createApp } from './app.ts';
import { readConfig } from './config.ts';
import { FamilyServer } from './notices/family/family-server.ts';

// Names, hashes and keys are in these files: nobody else on this computer reads them.
process.umask(0o077);
const config = readConfig();
const app = await createApp(config);
await app.listen(config.port, config.host);
const { port } = new URL(await app.getUrl());
const scheme = config.tls ? 'https' : 'http';
const family = app.get(FamilyServer, { strict: false }).url;
if (family !== null) console.log(`Families ${family}/f/…  from outside ${config.family?.url ?? ''}/f/…`);
console.log(`Azukari  ${scheme}://localhost:${port}`);
