import 'reflect-metadata';
import { instantAt } from '@azukari/domain';
import { createApp } from './app.ts';
import { readConfig } from './config.ts';
import { MetricsServer } from './metrics/metrics.server.ts';
import { FamilyServer } from './notices/family/family-server.ts';
import { prepareUpgrade } from './upgrade/upgrade.ts';
import { linesOf } from './upgrade/words.ts';

/** EX_CONFIG: whoever starts the server again and again need not try. */
const NOT_TO_BE_STARTED = 78;

// Names, hashes and keys are in these files: nobody else on this computer reads them.
process.umask(0o077);
const config = readConfig();
const upgrade = await prepareUpgrade(config, instantAt(Date.now()));
if (upgrade.kind === 'backed-up') console.log(`更新の前のバックアップ / backup before the upgrade: ${upgrade.file}`);
else if (upgrade.kind !== 'nothing') {
  console.error(linesOf(upgrade).join('\n'));
  process.exit(NOT_TO_BE_STARTED);
}
const app = await createApp(config);
await app.listen(config.port, config.host);
const { port } = new URL(await app.getUrl());
const scheme = config.tls ? 'https' : 'http';
const family = app.get(FamilyServer, { strict: false }).url;
if (family !== null) console.log(`Families ${family}/f/…  from outside ${config.family?.url ?? ''}/f/…`);
const metrics = app.get(MetricsServer, { strict: false }).url;
if (metrics !== null) console.log(`Metrics  ${metrics}`);
console.log(`Azukari  ${scheme}://localhost:${port}`);
