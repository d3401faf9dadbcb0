import imports from './imports.json' with { type: 'json' };

/** imports are the words of 一覧の取りこみ. They are needed on the first day, so they do not come with the app. */
export { imports };
