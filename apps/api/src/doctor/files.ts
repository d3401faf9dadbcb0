import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { Finding } from './finding.ts';

const OTHERS = 0o077;
const KEYS = ['signing.pem', 'command.key', 'sealing.json'];

/** lookAtFiles says whether anybody but the service reads the data and the keys, and whether a key is missing. */
export function lookAtFiles(config: Config, platform: NodeJS.Platform): readonly Finding[] {
  return [platform === 'win32' ? { kind: 'files-unknown' } : permissions(config), ...missing(config)];
}

function permissions({ dataFolder, keysFolder, backup, tls }: Config): Finding {
  const secrets = [keysFolder, backup.keysFolder].flatMap((folder) => [folder, ...inside(folder)]);
  const paths = [dataFolder, ...secrets, ...inside(dataFolder), ...(tls ? [tls.keyFile] : [])];
  const open = [...new Set(paths)].filter((path) => existsSync(path) && (lstatSync(path).mode & OTHERS) !== 0);
  return open.length === 0 ? { kind: 'files-private' } : { kind: 'files-open', paths: open };
}

function inside(folder: string): readonly string[] {
  return existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => join(folder, name))
    : [];
}

function missing({ keysFolder }: Config): readonly Finding[] {
  const names = KEYS.filter((name) => !existsSync(join(keysFolder, name)));
  return names.length === 0 ? [] : [{ kind: 'keys-missing', names }];
}
