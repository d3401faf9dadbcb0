import { Inject, Injectable } from '@nestjs/common';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { BodyOf, addPasskey, signInByPasskey } from '@azukari/contract';
import { utf8 } from '@azukari/domain';
import type { Uuid } from '@azukari/domain';
import { CONFIG } from '../config.ts';
import type { Config } from '../config.ts';
import { Database } from '../database/database.ts';
import { PasskeyRow } from '../database/rows.ts';
import type { StaffRow } from '../database/rows.ts';
import { Refused } from '../http/refused.ts';
import { Challenges } from './challenges.ts';

/** Site is what a passkey is bound to: the address of the page, and the name in it. */
export interface Site {
  readonly origin: string;
  readonly rpId: string;
}

/** At is how a request reached us. */
interface At {
  readonly protocol: string;
  readonly host: string;
  readonly hostname: string;
}

const AT_THE_DOOR = 'the door';
const VERIFIED = { residentKey: 'required', userVerification: 'required' } as const;

/** Passkeys speaks with authenticators: what they are asked to sign, and whether they did. It writes nothing. */
@Injectable()
export class Passkeys {
  constructor(
    private readonly database: Database,
    private readonly challenges: Challenges,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** siteOf: a name that was configured, or localhost; a number (192.168.…) cannot have passkeys. */
  siteOf({ protocol, host, hostname }: At): Site | null {
    if (this.config.url !== null) return { origin: this.config.url.origin, rpId: this.config.url.hostname };
    return hostname === 'localhost' ? { origin: `${protocol}://${host}`, rpId: hostname } : null;
  }

  /** askForNew is what a browser asks of a new passkey of this person. */
  async askForNew(site: Site, staff: StaffRow) {
    const own = await this.database.reads.rows.findBy(PasskeyRow, { staffId: staff.id });
    return generateRegistrationOptions({
      rpName: '預かり',
      rpID: site.rpId,
      userName: staff.loginId,
      userDisplayName: staff.name,
      userID: Uint8Array.from(utf8(staff.id)),
      challenge: this.challenges.make(staff.id),
      attestationType: 'none',
      excludeCredentials: own.map(({ credentialId }) => ({ id: credentialId })),
      authenticatorSelection: VERIFIED,
    });
  }

  /** readNew answers what is kept of a new passkey, and the challenge it signed. */
  async readNew(site: Site, staffId: Uuid, response: BodyOf<typeof addPasskey>['response']) {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: (challenge) => this.challenges.isOurs(staffId, challenge),
      expectedOrigin: site.origin,
      expectedRPID: site.rpId,
    }).catch(refuse);
    if (!verified) throw new Refused({ kind: 'passkey-wrong' });
    const { id, publicKey, counter } = registrationInfo.credential;
    return {
      credentialId: id,
      publicKey: Buffer.from(publicKey).toString('base64url'),
      counter,
      challenge: challengeIn(response.response.clientDataJSON),
    };
  }

  /** ask is what a browser asks of any passkey at the door; it says nothing of who has one. */
  ask(site: Site) {
    return generateAuthenticationOptions({
      rpID: site.rpId,
      challenge: this.challenges.make(AT_THE_DOOR),
      userVerification: 'required',
    });
  }

  /** read answers whose passkey signed, and its new counter. */
  async read(site: Site, response: BodyOf<typeof signInByPasskey>['response']) {
    const row = await this.database.reads.rows.findOneBy(PasskeyRow, { credentialId: response.id });
    if (!row) throw new Refused({ kind: 'passkey-wrong' });
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: (challenge) => this.challenges.isOurs(AT_THE_DOOR, challenge),
      expectedOrigin: site.origin,
      expectedRPID: site.rpId,
      credential: {
        id: row.credentialId,
        publicKey: Uint8Array.from(Buffer.from(row.publicKey, 'base64url')),
        counter: row.counter,
      },
    }).catch(refuse);
    if (!verified) throw new Refused({ kind: 'passkey-wrong' });
    return {
      row,
      counter: authenticationInfo.newCounter,
      challenge: challengeIn(response.response.clientDataJSON),
    };
  }
}

/** The library says why in English; whoever holds a key that does not fit is told only that. */
function refuse(): never {
  throw new Refused({ kind: 'passkey-wrong' });
}

function challengeIn(clientDataJSON: string): string {
  const { challenge } = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString()) as { challenge: string };
  return challenge;
}
