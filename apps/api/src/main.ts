import 'reflect-metadata';
import { createApp } from './app.ts';
import { readConfig } from './config.ts';

const config = readConfig();
const app = await createApp(config);
await app.listen(config.port, config.host);
const { port } = new URL(await app.getUrl());
console.log(`Azukari  http://localhost:${port}`);
