import keyring from './keyring.json' with { type: 'json' };

/** keyring are the words of 鍵. Few houses record keys, so they do not come with the app. */
export { keyring };
