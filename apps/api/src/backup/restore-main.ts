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
  process.exitCode = (await restore(file, readConfig(), TERMINAL)) ? 0 : 1;
}
