import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import {
  addPasskey,
  askPasskey,
  giveCode,
  leaveStaff,
  listStaff,
  readBoard,
  readFactors,
  removePasskey,
  signIn,
  signInAgainByPasskey,
  signInByPasskey,
  startPasskey,
  whoAmI,
} from '@azukari/contract';
import { openHouse } from '../testing/house.ts';
import type { House } from '../testing/house.ts';
import { Person } from '../testing/person.ts';

const ORIGIN = 'https://azukari.example.jp';
const [PRESENT, VERIFIED, ATTESTED] = [0x01, 0x04, 0x40];

let house: House;
let nowMs = Date.now();

beforeAll(async () => {
  house = await openHouse({ env: { AZUKARI_URL: ORIGIN } });
  house.clock.elapsedMs = () => nowMs;
  await house.manager.signIn();
});

afterAll(() => house.close());

const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest();
const base64url = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64url');

/** Key is an authenticator that signs whatever it is told to, also what an honest one would not. */
class Key {
  readonly id = randomBytes(16);
  private readonly pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  private count = 0;

  make(challenge: string, { origin = ORIGIN, flags = PRESENT | VERIFIED } = {}) {
    const data = this.data(flags | ATTESTED, 'azukari.example.jp');
    const attestationObject = Buffer.concat([
      Buffer.from('a363666d74646e6f6e656761747453746d74a0686175746844617461', 'hex'),
      Buffer.from([0x58, data.length]),
      data,
    ]);
    const response = {
      clientDataJSON: client('create', challenge, origin),
      attestationObject: base64url(attestationObject),
    };
    return { ...this.named(), response };
  }

  sign(challenge: string, { origin = ORIGIN, flags = PRESENT | VERIFIED, of = 'azukari.example.jp', by = this } = {}) {
    const clientDataJSON = client('get', challenge, origin);
    const data = this.data(flags, of);
    const signed = Buffer.concat([data, sha256(Buffer.from(clientDataJSON, 'base64url'))]);
    const signature = base64url(createSign('sha256').update(signed).sign(by.secret));
    return { ...this.named(), response: { clientDataJSON, authenticatorData: base64url(data), signature } };
  }

  get secret(): KeyObject {
    return this.pair.privateKey;
  }

  /** rewind makes it say an earlier count again, as a copy would. */
  rewind(): void {
    this.count -= 1;
  }

  private named() {
    const id = base64url(this.id);
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {} } as const;
  }

  private data(flags: number, rpId: string): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(++this.count);
    const head = Buffer.concat([sha256(rpId), Buffer.from([flags]), count]);
    if ((flags & ATTESTED) === 0) return head;
    const { x = '', y = '' } = this.pair.publicKey.export({ format: 'jwk' });
    const cose = Buffer.concat([
      Buffer.from('a5010203262001215820', 'hex'),
      Buffer.from(x, 'base64url'),
      Buffer.from('225820', 'hex'),
      Buffer.from(y, 'base64url'),
    ]);
    return Buffer.concat([head, Buffer.alloc(16), Buffer.from([0, this.id.length]), this.id, cose]);
  }
}

function client(verb: 'create' | 'get', challenge: string, origin: string): string {
  return base64url(JSON.stringify({ type: `webauthn.${verb}`, challenge, origin, crossOrigin: false }));
}

const challengeFor = async (person: Person): Promise<string> => (await person.ok(startPasskey)).options.challenge;
const challenge = async (): Promise<string> => (await house.nobody.ok(askPasskey)).options.challenge;
const at = (response: ReturnType<Key['sign']>) => new Person(house.app).send(signInByPasskey, { response });

async function keyed(given: Parameters<House['aStaff']>[0] = {}): Promise<{ person: Person; key: Key }> {
  await house.manager.signIn();
  const [person, key] = [await house.aStaff(given), new Key()];
  await person.ok(addPasskey, { name: '電話', response: key.make(await challengeFor(person)) });
  return { person, key };
}

describe('a passkey', () => {
  test('signs in its owner, once for each challenge, and the session counts as both factors', async () => {
    const { person, key } = await keyed();
    const response = key.sign(await challenge());
    const reply = await at(response);
    expect(reply.body.staff.id).toBe(person.staffId);
    const auth = await house.database.reads.sql.all<{ auth: string }>('SELECT auth FROM session WHERE staff_id = ?', [
      person.staffId,
    ]);
    expect(auth.map((row) => row.auth)).toEqual(['passkey', 'passkey']);
    expect((await at(response)).refusal?.kind).toBe('passkey-wrong');
    expect((await person.ok(readFactors)).passkeys).toMatchObject([
      { name: '電話', usedAt: expect.any(String) as string },
    ]);
  });

  test.each<[string, Parameters<Key['sign']>[1]]>([
    ['for a page elsewhere', { origin: 'https://azukari.example.com' }],
    ['for another name', { of: 'example.com' }],
    ['without having asked its owner for finger, face or code', { flags: PRESENT }],
    ['while nobody was there', { flags: VERIFIED }],
    ['with another key', { by: new Key() }],
  ])('that signs %s opens nothing', async (_, how) => {
    const { key } = await keyed();
    expect(await at(key.sign(await challenge(), how))).toMatchObject({
      status: 403,
      refusal: { kind: 'passkey-wrong' },
    });
    expect((await at(key.sign(await challenge()))).status).toBe(201);
  });

  test('signs only what this house asked at its door in the last five minutes', async () => {
    const { person, key } = await keyed();
    const asked = await challenge();
    for (const other of [
      base64url(randomBytes(56)),
      asked.slice(0, -2),
      base64url(Buffer.concat([Buffer.from(asked, 'base64url'), Buffer.alloc(1)])),
      '',
      await challengeFor(person),
    ])
      expect([other, (await at(key.sign(other))).refusal?.kind]).toEqual([other, 'passkey-wrong']);
    nowMs += 5 * 60_000;
    expect((await at(key.sign(asked))).refusal?.kind).toBe('passkey-wrong');
  });

  test('of which there is a copy that counts for itself opens nothing', async () => {
    const { key } = await keyed();
    expect((await at(key.sign(await challenge()))).status).toBe(201);
    key.rewind();
    expect((await at(key.sign(await challenge()))).refusal?.kind).toBe('passkey-wrong');
  });

  test('that nobody registered, was removed, or whose owner left opens nothing', async () => {
    expect((await at(new Key().sign(await challenge()))).refusal?.kind).toBe('passkey-wrong');
    const { person, key } = await keyed();
    const [own] = (await person.ok(readFactors)).passkeys;
    const other = await keyed();
    expect((await other.person.send(removePasskey, { passkeyId: own?.id ?? '' })).refusal?.kind).toBe('not-found');
    await person.ok(removePasskey, { passkeyId: own?.id ?? '' });
    expect((await at(key.sign(await challenge()))).refusal?.kind).toBe('passkey-wrong');
    const { staff } = await house.manager.ok(listStaff);
    const version = staff.find(({ id }) => id === other.person.staffId)?.version ?? 0;
    await house.manager.ok(leaveStaff, { version }, { id: other.person.staffId });
    expect((await at(other.key.sign(await challenge()))).refusal?.kind).toBe('passkey-wrong');
  });
});

describe('a new passkey', () => {
  test('is added after a fresh sign-in, answers its own question, and ends the other sessions', async () => {
    const person = await house.aStaff();
    const elsewhere = await house.signIn(person.loginId);
    const colleague = await house.aStaff();
    const key = new Key();
    const theirs = key.make(await challengeFor(colleague));
    expect((await person.send(addPasskey, { name: '電話', response: theirs })).refusal?.kind).toBe('passkey-wrong');
    const unasked = key.make(await challengeFor(person), { flags: PRESENT });
    expect((await person.send(addPasskey, { name: '電話', response: unasked })).refusal?.kind).toBe('passkey-wrong');
    const response = key.make(await challengeFor(person));
    const before = await house.ledgerSize();
    const added = await person.ok(addPasskey, { name: '電話', response });
    expect(added.recoveryCodes).toHaveLength(10);
    expect(await house.ledgerSize()).toBe(before + 1);
    expect((await elsewhere.send(whoAmI)).status).toBe(401);
    const another = await person.ok(addPasskey, { name: '鍵', response: new Key().make(await challengeFor(person)) });
    expect(another.recoveryCodes).toBeNull();
    nowMs += 6 * 60_000;
    expect((await person.send(startPasskey)).refusal?.kind).toBe('sign-in-not-fresh');
    expect((await person.send(addPasskey, { name: '電話', response })).refusal?.kind).toBe('sign-in-not-fresh');
  });

  test('shows anew who is signed in, in the place of the password; that of a colleague does not', async () => {
    const [{ person, key }, other] = [await keyed(), await keyed()];
    nowMs += 6 * 60_000;
    const again = async (by: Key) => person.send(signInAgainByPasskey, { response: by.sign(await challenge()) });
    expect((await again(other.key)).refusal?.kind).toBe('passkey-wrong');
    expect((await person.send(startPasskey)).refusal?.kind).toBe('sign-in-not-fresh');
    expect((await again(key)).status).toBe(200);
    expect((await person.send(startPasskey)).status).toBe(200);
  });

  test('lets floor staff sign in by the password as before; a code of who keeps accounts can remove it', async () => {
    const { person, key } = await keyed();
    await house.signIn(person.loginId);
    await house.manager.ok(giveCode, { version: 1, withFactors: true }, { id: person.staffId });
    expect((await at(key.sign(await challenge()))).refusal?.kind).toBe('passkey-wrong');
  });
});

describe('where it is demanded', () => {
  let strict: House;
  beforeAll(async () => {
    strict = await openHouse({ demandsFactor: true, env: { AZUKARI_URL: ORIGIN } });
  });
  afterAll(() => strict.close());

  test('a passkey is enough, the password alone is not, a code on paper goes with it', async () => {
    const { manager } = strict;
    expect((await manager.send(readBoard)).refusal?.kind).toBe('factor-missing');
    const key = new Key();
    const response = key.make(await challengeFor(manager));
    const { recoveryCodes } = await manager.ok(addPasskey, { name: '鍵', response });
    await manager.ok(readBoard);
    const { loginId, password } = manager;
    expect((await strict.nobody.send(signIn, { loginId, password })).refusal?.kind).toBe('factor-wanted');
    await strict.nobody.ok(signIn, { loginId, password, code: recoveryCodes?.[0] ?? '' });
    const { challenge: asked } = (await strict.nobody.ok(askPasskey)).options;
    const tablet = new Person(strict.app);
    await tablet.ok(signInByPasskey, { response: key.sign(asked) });
    await tablet.ok(readBoard);
  });
});

test('without a name of the house passkeys are for localhost only', async () => {
  const plain = await openHouse();
  const hosted = (host: string) =>
    plain.nobody.raw<unknown>({ method: 'POST', url: askPasskey.path, headers: { 'x-azukari': '1', host } });
  expect(await hosted('192.168.1.10:3000')).toMatchObject({ status: 422, refusal: { kind: 'passkeys-off' } });
  expect((await hosted('localhost:3000')).status).toBe(200);
  await plain.close();
});
