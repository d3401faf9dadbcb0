import type { Upgrade } from './upgrade.ts';

/** Refusal is an outcome on which nothing may start. */
export type Refusal = Exclude<Upgrade, { readonly kind: 'nothing' | 'backed-up' }>;

const WHY = {
  'no-keys':
    'バックアップの鍵がありません。npm run backup -- keys で作ってから、もう一度始めてください。 / There is no key for backups: npm run backup -- keys.',
  'folder-missing':
    'バックアップの置き場所がありません。ディスクをつないでから、もう一度始めてください。 / The folder of the backups is not there.',
  'disk-full': 'ディスクがいっぱいです。場所をあけてください。 / The disk is full.',
  flawed:
    '記録が確かめに通りません。前の版にもどし、npm run doctor -- --all で調べてください。 / The record does not hold.',
  failed: 'とれませんでした。 / It could not be made.',
} as const;

/** linesOf says why nothing started, and what to do. */
export function linesOf(refusal: Refusal): readonly string[] {
  switch (refusal.kind) {
    case 'schema-newer':
      return [
        'このデータは、もっと新しい版の「預かり」で使われていました。新しい版で始めるか、手引き（operations.md）の「前の版にもどす」を見てください。',
        `This database was used by a newer release (${refusal.unknown.join(', ')}). Start that one, or see the guide on going back.`,
      ];
    case 'schema-changed':
      return [
        'データベースの表が、「預かり」のほかの何かに変えられています。始めません。バックアップからもどしてください。',
        'The tables of the database were changed outside of this program. Put back a backup.',
      ];
    case 'not-backed-up':
      return [
        '新しい版にする前のバックアップがとれないので、始めません。データは前の版のままです。',
        WHY[refusal.trouble.trouble],
        `The database was not brought to this release, because no backup could be made before it: ${refusal.trouble.why}`,
      ];
  }
}
