import { none } from './record-samples.ts';
import type { Sample } from './things.ts';

/** person is a name with its reading. */
export const person = { name: '高橋 ふみ', kana: 'たかはし ふみ' };

/** No passkey of anybody. */
const CREDENTIAL = { id: 'AAAA', rawId: 'AAAA', type: 'public-key', clientExtensionResults: {} };
const signedByNobody: Sample = () => ({
  body: {
    response: { ...CREDENTIAL, response: { clientDataJSON: 'e30', authenticatorData: 'e30', signature: 'e30' } },
  },
});

let made = 0;
/** aLoginId is a sign-in name that nobody has yet. */
export const aLoginId = (): string => `sample-${String(++made)}`;

/** SESSION_SAMPLES are the requests about who somebody is, on what tablet, and the very first one. */
export const SESSION_SAMPLES = {
  signIn: () => ({ body: { loginId: 'manager', password: 'azukari-suite' } }),
  whoAmI: none,
  signOut: none,
  readFactors: none,
  startTotp: none,
  confirmTotp: () => ({ body: { code: '000000' } }),
  removeTotp: none,
  startPasskey: none,
  addPasskey: () => ({
    body: { name: '鍵', response: { ...CREDENTIAL, response: { clientDataJSON: 'e30', attestationObject: 'e30' } } },
  }),
  removePasskey: ({ staffId }) => ({ body: { passkeyId: staffId } }),
  askPasskey: none,
  signInByPasskey: signedByNobody,
  signInAgainByPasskey: signedByNobody,
  renewSession: none,
  listSessions: none,
  endSessions: () => ({ body: { sessionId: null } }),
  listTablets: none,
  addTablet: () => ({ body: { name: '1階の金庫よこ' } }),
  revokeTablet: ({ tabletId }) => ({ at: { id: tabletId } }),
  readTablet: none,
  enrolTablet: () => ({ body: { code: '0000-0000-0000-0000' } }),
  signInAtTablet: ({ staffId }) => ({ body: { staffId, password: 'azukari-suite' } }),
  listAtTablet: none,
  emergencyAtTablet: ({ staffId, residentId }) => ({ body: { staffId, residentId } }),
  enterPractice: () => ({ body: { anew: false } }),
  readCourse: none,
  followCourse: () => ({ body: { what: 'skip', step: 'count' } }),
  renewRecoveryCodes: none,
  signInAgain: () => ({ body: { password: 'azukari-suite' } }),
  changePassword: () => ({ body: { current: 'azukari-suite', next: 'azukari-suite' } }),
  setUpState: none,
  setUp: () => ({
    body: {
      code: '0000-0000-0000',
      facilityName: '第三',
      manager: { ...person, loginId: aLoginId(), password: 'azukari-suite' },
    },
  }),
} satisfies Readonly<Record<string, Sample>>;
