import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { setUp } from '@azukari/contract';
import { createApp } from '../app.ts';
import type { Config } from '../config.ts';
import { SetUp } from '../set-up/set-up.service.ts';
import { PASSWORD, Person } from './person.ts';

/** firstStart starts a server on an empty database, with one facility and its manager signed in. */
export async function firstStart(config: Config): Promise<{ app: NestFastifyApplication; manager: Person }> {
  const app = await started(config);
  const person = new Person(app, 'manager');
  const manager = { name: '佐藤 花子', kana: 'さとう はなこ', loginId: 'manager', password: PASSWORD };
  const code = app.get(SetUp, { strict: false }).oneTimeCode;
  await person.ok(setUp, { code, facilityName: 'さくら苑', manager });
  return { app, manager: await person.signIn() };
}

/** startAgain starts a server on what another has left. */
export async function startAgain(config: Config): Promise<{ app: NestFastifyApplication; manager: Person }> {
  const app = await started(config);
  return { app, manager: await new Person(app, 'manager').signIn() };
}

async function started(config: Config): Promise<NestFastifyApplication> {
  const app = await createApp(config);
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
