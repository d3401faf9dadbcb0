import { hostname } from 'node:os';
import type { Config } from '../config.ts';

/** serverName is by what a server finds its own clock again after a restart. */
export function serverName({ dataFolder }: Pick<Config, 'dataFolder'>): string {
  return `${hostname()}:${dataFolder}`;
}
