import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { instantAt } from '@azukari/domain';
import { journalFor } from './backup/journal-lock.ts';
import { TERMINAL } from './backup/talk.ts';
import { Clock } from './clock.ts';
import { readConfig } from './config.ts';
import { openDatabase } from './database/database.ts';
import { Keys } from './ledger/keys.ts';
import { Ledger } from './ledger/ledger.ts';
import { addFacility, facilityNames } from './set-up/set-up.facilities.ts';
import type { Added, Asked } from './set-up/set-up.facilities.ts';
import { prepareUpgrade } from './upgrade/upgrade.ts';
import { linesOf } from './upgrade/words.ts';

const HELP = [
  'npm run facility -- add [--name 名前 --manager 氏名 --kana ふりがな --login サインイン名]',
  '      この設置に施設を1つ加えます。書かなかったことは、聞きます / adds a facility; what is not given is asked',
  'npm run facility -- list      施設の一覧 / the facilities',
  'サーバーを止めてから使います（SQLite のとき）。/ Stop the server first (with SQLite).',
];
const FIELDS = {
  facility: '施設の名前 / name',
  name: '氏名 / manager',
  kana: 'ふりがな / kana',
  loginId: 'サインイン名 / login',
};
const NO: Readonly<Record<'facility-exists' | 'login-taken' | 'not-set-up', string>> = {
  'facility-exists':
    '同じ名前の施設があります。何も変えていません。/ A facility of that name is there. Nothing was changed.',
  'login-taken':
    'そのサインイン名は使われています。何も変えていません。/ That sign-in name is taken. Nothing was changed.',
  'not-set-up': 'はじめの施設は、画面の初期設定で作ります。/ The first facility is made on the screen.',
};

process.umask(0o077);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    name: { type: 'string' },
    manager: { type: 'string' },
    kana: { type: 'string' },
    login: { type: 'string' },
  },
});
const [command] = positionals;
if (command !== 'add' && command !== 'list') {
  TERMINAL.say(...HELP);
  process.exitCode = 2;
} else
  await run(command).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    TERMINAL.say(`できませんでした。何も変えていません（${why}）。/ Not done, nothing was changed: ${why}`);
    process.exitCode = 1;
  });

async function run(verb: 'add' | 'list'): Promise<void> {
  const config = readConfig();
  const asked = verb === 'add' ? await ask() : null;
  // What a release changes in the tables is changed with a backup before, as at a start.
  const upgrade = await prepareUpgrade(config, instantAt(Date.now()));
  if (upgrade.kind !== 'nothing' && upgrade.kind !== 'backed-up') {
    TERMINAL.say(...linesOf(upgrade));
    process.exitCode = 1;
    return;
  }
  const clock = new Clock();
  const database = await openDatabase(config, journalFor(config));
  try {
    if (asked)
      tell(await addFacility({ database, clock, ledger: new Ledger(clock, new Keys(config.keysFolder)) }, asked));
    else TERMINAL.say(...(await facilityNames(database)));
  } finally {
    await database.close();
  }
}

async function ask(): Promise<Asked> {
  const given = async (flag: 'name' | 'manager' | 'kana' | 'login', field: keyof typeof FIELDS): Promise<string> => {
    const value = values[flag];
    return typeof value === 'string' ? value : TERMINAL.ask(`${FIELDS[field]}:`);
  };
  return {
    name: await given('name', 'facility'),
    manager: {
      name: await given('manager', 'name'),
      kana: await given('kana', 'kana'),
      loginId: await given('login', 'loginId'),
    },
  };
}

function tell(added: Added): void {
  if (added.kind === 'wrong') {
    TERMINAL.say(`${FIELDS[added.field]}: ${added.why}　何も変えていません。/ Nothing was changed.`);
    process.exitCode = 1;
    return;
  }
  if (added.kind !== 'added') {
    TERMINAL.say(NO[added.kind]);
    process.exitCode = 1;
    return;
  }
  TERMINAL.say(
    '',
    `施設「${added.name}」を加えました。/ The facility was added.`,
    `  サインイン名 / sign-in name   ${added.loginId}`,
    `  はじめの合言葉 / one-time code ${added.code}`,
    '',
    'この合言葉は24時間、1回だけ使えます。この画面にしか出ません。サーバーを始めて、この方がサインインし、パスワードを決めます。',
    'The code opens once within 24 hours and is shown only here. Start the server; the manager signs in with it and chooses a password.',
    '記録に「system」として残りました。ほかの施設からは、何も見えません。/ It is in the record as `system`; no other facility sees anything of it.',
  );
}
