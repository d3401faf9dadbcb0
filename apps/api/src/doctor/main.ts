import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { readConfig } from '../config.ts';
import { examine } from './doctor.ts';
import { THIS_COMPUTER } from './computer.ts';
import { WEIGHT_OF } from './finding.ts';
import type { Finding } from './finding.ts';
import { whyOf } from './house.ts';
import { lineOf } from './words.ts';

const MARKS = { ok: '○', warn: '△', fail: '×', unknown: '？' } as const;

process.umask(0o077);
// What is wrong is said once, in the lines below.
Logger.overrideLogger(false);
const findings = await all();
for (const finding of findings) {
  const [ja, en] = lineOf(finding);
  console.log(`${MARKS[WEIGHT_OF[finding.kind]]} ${ja} / ${en}`);
}
const failing = findings.filter(({ kind }) => WEIGHT_OF[kind] === 'fail').length;
console.log(
  failing === 0
    ? '\n直さなければならないものは、ありません。 / Nothing has to be put right.'
    : `\n× が ${String(failing)} 件あります。上から順に直してください。 / ${String(failing)} to be put right.`,
);
process.exitCode = failing === 0 ? 0 : 1;

async function all(): Promise<readonly Finding[]> {
  try {
    return await examine(readConfig(), {
      computer: THIS_COMPUTER,
      all: process.argv.includes('--all'),
      nowMs: Date.now(),
    });
  } catch (error) {
    return [{ kind: 'settings-wrong', why: whyOf(error) }];
  }
}
