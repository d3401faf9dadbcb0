import { formatNote, formatVerifierKey, openNote, parseNote, parseVerifierKey, signNote, verifierKey } from './note.ts';
import { sha256, signerFor, verify } from './testing/crypto.ts';
import { vector } from './testing/vectors.ts';

const { notes } = vector('note/signed_note_examples.json') as {
  notes: readonly { vkey: string; note: string; src: string }[];
};
const { checkpoint: cosigned } = vector('checkpoint/cosigned_example.json') as { checkpoint: string };
const ours = signerFor('azukari/example/custody', 1);
const theirs = signerFor('witness.example/w1', 2);
const note = signNote('預かり\n\n二行目\n', [ours]);

describe('public examples', () => {
  test.each(notes.map(({ src, ...rest }) => [src, rest] as const))('%s', (_, { vkey, note }) => {
    const key = parseVerifierKey(vkey, sha256);
    expect(key && formatVerifierKey(key)).toBe(vkey);
    expect(openNote(note, key ? [key] : [], verify)).toMatchObject({
      ok: true,
      text: note.slice(0, note.indexOf('\n\n') + 1),
    });
    expect(formatNote(parseNote(note)!)).toBe(note);
  });

  test('a checkpoint with a cosignature is read whole', () => {
    const read = parseNote(cosigned);
    expect(read?.signatures.map(({ name, signature }) => [name, signature.length])).toEqual([
      ['example.com/behind-the-sofa', 64],
      ['witness.example.com/w1', 72],
    ]);
    expect(formatNote(read!)).toBe(cosigned);
  });
});

describe('verifier keys', () => {
  const vkey = formatVerifierKey(ours.key);
  test.each([
    ['another ID', vkey.replace(/\+[0-9a-f]{8}\+/, '+00000000+')],
    ['an ID in upper case', vkey.replace(/\+[0-9a-f]{8}\+/, (id) => id.toUpperCase())],
    ['another name', `x${vkey}`],
    ['no name', vkey.slice(vkey.indexOf('+'))],
    ['a blank in the name', vkey.replace('example', 'exa mple')],
    ['another algorithm', vkey.replace(/\+A/, '+B')],
    ['a short key', vkey.slice(0, -4)],
    ['a final newline', `${vkey}\n`],
    ['nothing', ''],
  ])('refuse %s', (_, text) => {
    expect(text).not.toBe(vkey);
    expect(parseVerifierKey(text, sha256)).toBeNull();
  });

  test.each(['', 'a b', 'a+b', 'a\u3000b', 'a\nb', '\ud800'])('cannot be named %p', (name) =>
    expect(() => verifierKey(name, ours.key.publicKey, sha256)).toThrow('no key for signed notes'),
  );

  test.each([0, 31, 33])('have no public half of %i bytes', (size) =>
    expect(() => verifierKey('a', new Uint8Array(size), sha256)).toThrow('no key for signed notes'),
  );
});

describe('the grammar', () => {
  const line = note.slice(note.lastIndexOf('\n\n') + 2);
  const withLength = (bytes: number) => `\n\n${line}`.padStart(bytes - Buffer.byteLength(line) + line.length, 'a');
  test.each([
    ['no signature', '預かり\n\n'],
    ['no blank line', `預かり\n${line}`],
    ['no final newline', note.slice(0, -1)],
    ['two final newlines', `${note}\n`],
    ['a blank for the final newline', note.replace(/\n$/, ' ')],
    ['a letter before the dash', note.replace('\u2014', 'x\u2014')],
    ['CR LF', note.replaceAll('\n', '\r\n')],
    ['a tab', `\t${note}`],
    ['a null', `\u0000${note}`],
    ['a lone surrogate', `\ud800${note}`],
    ['a hyphen for the dash', note.replace('\u2014', '-')],
    ['an en dash', note.replace('\u2014', '\u2013')],
    ['two blanks', note.replace('\u2014 ', '\u2014  ')],
    ['an ideographic space', note.replace('\u2014 ', '\u2014\u3000')],
    ['a blank at the end of the line', note.replace(/\n$/, ' \n')],
    ['a plus in the name', note.replace('/custody', '+custody')],
    ['unpadded base64', note.replace(/=+\n$/, '\n')],
    ['base64 with pad bits', note.replace(/.=\n$/, 'B=\n')],
    ['an ID alone', `a\n\n\u2014 n AAAAAA==\n`],
    ['seventeen signatures', note + line.repeat(16)],
    ['more than 64 KiB', withLength(65_537)],
    ['more than 64 KiB of UTF-8', `${'あ'.repeat(22_000)}\n\n${line}`],
  ])('refuses %s', (_, text) => {
    expect(text).not.toBe(note);
    expect(parseNote(text)).toBeNull();
    expect(openNote(text, [ours.key], verify)).toEqual({ ok: false, because: 'malformed' });
  });

  test('takes 64 KiB, a text that is one empty line, and a signature of one byte', () => {
    expect(parseNote(withLength(65_536))).not.toBeNull();
    expect(parseNote(signNote('\n', [ours]))?.text).toBe('\n');
    expect(parseNote('a\n\n\u2014 n AAAAAAA=\n')?.signatures).toEqual([
      { name: 'n', id: '00000000', signature: new Uint8Array(1) },
    ]);
  });

  test('takes sixteen signatures and empty lines in the text', () => {
    expect(parseNote(note + line.repeat(15))?.signatures).toHaveLength(16);
    expect(parseNote(note)?.text).toBe('預かり\n\n二行目\n');
  });

  test.each(['no newline', 'carriage\r\n', ''])('does not sign %p', (text) =>
    expect(() => signNote(text, [ours])).toThrow('no text for a signed note'),
  );
  test('does not sign without a key', () => expect(() => signNote('text\n', [])).toThrow(TypeError));
});

describe('whom to believe', () => {
  const both = signNote('text\n', [ours, theirs]);
  const forged = both.replace('text', 'test');
  test('a known key among others', () => {
    expect(openNote(both, [ours.key], verify)).toEqual({ ok: true, text: 'text\n', signedBy: [ours.key] });
    expect(openNote(both, [theirs.key, ours.key], verify)).toMatchObject({ signedBy: [theirs.key, ours.key] });
    const silent = signerFor('witness.example/w2', 4).key;
    expect(openNote(both, [silent, ours.key], verify)).toMatchObject({ signedBy: [ours.key] });
  });
  test('nobody when no key is known', () => {
    expect(openNote(both, [], verify)).toEqual({ ok: false, because: 'unknown-key' });
    expect(openNote(both, [signerFor(ours.key.name, 3).key], verify)).toEqual({ ok: false, because: 'unknown-key' });
    expect(openNote(both, [signerFor('other', 1).key], verify)).toEqual({ ok: false, because: 'unknown-key' });
    // An ID is four bytes: somebody can find another name that has it.
    expect(openNote(both, [{ ...ours.key, name: 'other' }], verify)).toEqual({ ok: false, because: 'unknown-key' });
  });
  test('nobody when one known signature fails', () => {
    expect(openNote(forged, [ours.key], verify)).toEqual({ ok: false, because: 'bad-signature' });
    const [a, b] = parseNote(both)!.signatures;
    const mixed = formatNote({ text: 'text\n', signatures: [a!, { ...b!, signature: a!.signature }] });
    expect(openNote(mixed, [ours.key, theirs.key], verify)).toEqual({ ok: false, because: 'bad-signature' });
    expect(openNote(mixed, [ours.key], verify).ok).toBe(true);
  });
  test('nobody when the signature is of another length', () => {
    const short = parseNote(both)!.signatures.map((one) => ({ ...one, signature: one.signature.slice(0, 63) }));
    expect(openNote(formatNote({ text: 'text\n', signatures: short }), [ours.key], () => true).ok).toBe(false);
  });
});
