import 'reflect-metadata';
import { readConfig } from '../config.ts';
import { restore } from './restore.ts';
import { TERMINAL } from './talk.ts';

process.umask(0o077);
const [file] = process.argv.slice(2);
if (file === undefined) {
  TERMINAL.say('npm run restore -- FILE    バックアップにもどします / puts a backup in the place of the database');
  process.exitCode = 2;
} else {
  const done = await restore(file, readConfig(), TERMINAL).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    TERMINAL.say(`もどせませんでした（${why}）。/ Not restored: ${why}`);
    return false;
  });
  process.exitCode = done ? 0 : 1;
}
