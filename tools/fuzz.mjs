/**
 * `npm run fuzz`: 100,000 requests that nobody foresaw, drawn from the contract, against the real application on a database of its own;
 * none may be answered with a 5xx, and the record has to be whole afterwards. `npm run fuzz -- 5000 7` sends 5,000 from seed 7.
 */
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { dirname } from 'node:path';

const [requests = '100000', seed = String(randomInt(2 ** 31 - 1))] = process.argv.slice(2);
console.log(`${requests} requests from seed ${seed}`);
const { status } = spawnSync(
  process.execPath,
  ['node_modules/jest/bin/jest.js', '-c', 'apps/api/jest.config.mjs', 'test/fuzz.spec'],
  {
    cwd: dirname(import.meta.dirname),
    stdio: 'inherit',
    env: {
      ...process.env,
      NODE_OPTIONS: '--experimental-vm-modules --no-warnings',
      FUZZ_REQUESTS: requests,
      FUZZ_SEED: seed,
    },
  },
);
process.exitCode = status ?? 1;
