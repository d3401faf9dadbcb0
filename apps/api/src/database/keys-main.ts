import 'reflect-metadata';
import { readConfig } from '../config.ts';
import { rotateKeys } from './rotation.ts';

if (process.argv[2] !== 'rotate') {
  console.error(
    'npm run keys -- rotate   個人情報をひらく鍵を新しいものに替えます（先にサーバーを止めてください） / a new key for personal data; stop the server first',
  );
  process.exit(2);
}
process.umask(0o077);
const id = await rotateKeys(readConfig()).catch((error: unknown) => {
  console.error(
    `鍵は替わっていません。先にサーバーを止めて、もう一度してください。 / The key was not replaced: ${error instanceof Error ? error.message : String(error)}`,
  );
  process.exit(1);
});
console.log(
  `新しい鍵 ${id} ですべてを封じ直しました。keys フォルダーの控えを取り直してください。 / Everything is sealed with the new key ${id}. Keep a new copy of the folder keys.`,
);
