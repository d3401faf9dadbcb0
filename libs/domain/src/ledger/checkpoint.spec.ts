import { checkpointBody, openCheckpoint, parseCheckpointBody, signCheckpoint } from './checkpoint.ts';
import { signNote } from './note.ts';
import { signerFor, verify } from './testing/crypto.ts';
import { LOG } from './testing/leaves.ts';
import { vector } from './testing/vectors.ts';

const { cases } = vector('checkpoint/checkpoint_parse_cases.json') as {
  cases: readonly (readonly [string, boolean])[];
};
const { checkpoint: cosigned } = vector('checkpoint/cosigned_example.json') as { checkpoint: string };
const checkpoint = {
  log: LOG,
  size: 20852163,
  root: new Uint8Array(Buffer.from('CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=', 'base64')),
};
const body = checkpointBody(checkpoint);
const ours = signerFor(LOG, 1);

describe('checkpoint bodies', () => {
  // The public cases accept any base64 as a root; a SHA-256 log must refuse those whose root is not 32 bytes: all of them.
  test.each(cases)('%j', (text, wanted) => {
    expect(parseCheckpointBody(text)).toBeNull();
    const root = Buffer.alloc(32, 7).toString('base64');
    if (wanted)
      expect(parseCheckpointBody(text.replace(/\n[^\n]+\n$/, `\n${root}\n`))).toMatchObject({
        size: Number(text.split('\n')[1]),
      });
  });

  test('are read back', () => {
    expect(body).toBe(`${LOG}\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n`);
    expect(parseCheckpointBody(body)).toEqual(checkpoint);
    expect(parseCheckpointBody(cosigned.slice(0, cosigned.indexOf('\n\n') + 1))).toMatchObject({
      log: 'example.com/behind-the-sofa',
      size: 20852163,
    });
  });

  test.each(['020852163', '+1', '-1', '0x10', ' 12', '12 ', '1e3', '', '1.0', '９', '9007199254740992'])(
    'refuse the size %p',
    (size) => expect(parseCheckpointBody(body.replace('20852163', size))).toBeNull(),
  );

  test.each([
    ['an extension line', `${body}extension\n`],
    ['an empty line', `${body}\n`],
    ['no name', body.replace(LOG, '')],
    ['no final newline', body.slice(0, -1)],
    ['a root of 31 bytes', body.replace(/[^\n]+\n$/, `${Buffer.alloc(31).toString('base64')}\n`)],
    ['base64 with pad bits', body.replace('2I=', '2J=')],
    ['base64 for addresses', body.replace('/Xajj', '_Xajj')],
  ])('refuse %s', (_, text) => expect(parseCheckpointBody(text)).toBeNull());

  test.each([
    { size: -1 },
    { size: 0.5 },
    { size: 2 ** 53 },
    { log: '' },
    { log: 'a\nb' },
    { root: new Uint8Array(31) },
  ])('are not made of %j', (wrong) =>
    expect(() => checkpointBody({ ...checkpoint, ...wrong })).toThrow('no checkpoint'),
  );
});

describe('signed checkpoints', () => {
  test('are believed from a key of the log', () =>
    expect(openCheckpoint(signCheckpoint(checkpoint, [ours]), [ours.key], verify)).toEqual({
      ok: true,
      checkpoint,
      signedBy: [ours.key],
    }));

  test('are signed by both keys when the key changes', () => {
    const next = signerFor(LOG, 2);
    const note = signCheckpoint(checkpoint, [ours, next]);
    for (const keys of [[ours.key], [next.key]])
      expect(openCheckpoint(note, keys, verify)).toMatchObject({ ok: true, signedBy: keys });
  });

  test('are not believed from a known key with the name of another log', () => {
    const other = signerFor('azukari/other/custody', 3);
    expect(openCheckpoint(signNote(body, [other]), [other.key], verify)).toEqual({ ok: false, because: 'other-log' });
    for (const signers of [[other], [ours, other]])
      expect(() => signCheckpoint(checkpoint, signers)).toThrow('key of another log');
  });

  test('are not made without a key', () => expect(() => signCheckpoint(checkpoint, [])).toThrow(TypeError));

  test('are refused when the note is sound but its text is no checkpoint', () =>
    expect(openCheckpoint(signNote(`${body}more\n`, [ours]), [ours.key], verify)).toEqual({
      ok: false,
      because: 'malformed',
    }));
});
