import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import type { DraftOf, addPasskey, askPasskey, AnswerOf, signInByPasskey } from '@azukari/contract';

type Options = AnswerOf<typeof askPasskey>['options'];

/** registered has the browser make a passkey; null when the person put it off, or it is there already. */
export async function registered(options: Options): Promise<DraftOf<typeof addPasskey>['response'] | null> {
  // The options are the library's own, carried by the server as they are.
  const optionsJSON = options as unknown as Parameters<typeof startRegistration>[0]['optionsJSON'];
  const made = await startRegistration({ optionsJSON }).catch(() => null);
  return made && { ...made, clientExtensionResults: {} };
}

/** shown has the browser ask for a passkey; null when the person put it off. */
export async function shown(options: Options): Promise<DraftOf<typeof signInByPasskey>['response'] | null> {
  const optionsJSON = options as unknown as Parameters<typeof startAuthentication>[0]['optionsJSON'];
  const signed = await startAuthentication({ optionsJSON }).catch(() => null);
  return signed && { ...signed, clientExtensionResults: {} };
}
