import setup from './setup.json' with { type: 'json' };

/** setup are the words of はじめの設定. It is gone through once, so they do not come with the app. */
export { setup };
