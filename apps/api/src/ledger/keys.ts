import { createHmac, createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { formatVerifierKey, verifierKey } from '@azukari/domain';
import type { LogName, NoteSigner, VerifierKey } from '@azukari/domain';
import { secretFile } from '../database/secret-file.ts';
import { publicBytes, sha256, signEd25519 } from './crypto.ts';

/** Keys are the server's secrets, in files outside the database, readable by the service alone. */
export class Keys {
  private readonly sign: (message: Uint8Array) => Uint8Array;
  private readonly publicKey: Uint8Array;
  private readonly commandKey: Buffer;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const pem = secretFile(join(folder, 'signing.pem'), () =>
      Buffer.from(generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' })),
    ).toString();
    this.sign = signEd25519(pem);
    this.publicKey = publicBytes(createPrivateKey(pem));
    this.commandKey = secretFile(join(folder, 'command.key'), () => randomBytes(32));
  }

  /** verifier is the public key under the log's name, as leaf 0 carries it. */
  verifier(log: LogName): VerifierKey {
    return verifierKey(log, this.publicKey, sha256);
  }

  /** verifierText is that key as text: `name+id+base64` (C2SP signed-note). */
  verifierText(log: LogName): string {
    return formatVerifierKey(this.verifier(log));
  }

  /** signer signs checkpoints of that log. */
  signer(log: LogName): NoteSigner {
    return { key: this.verifier(log), sign: this.sign };
  }

  /** commandMac is HMAC-SHA-256 of a command's canonical body: it recognises a body without keeping it. */
  commandMac(canonicalBody: string): Uint8Array {
    return createHmac('sha256', this.commandKey).update(canonicalBody).digest();
  }
}
