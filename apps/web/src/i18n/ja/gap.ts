import gap from './gap.json' with { type: 'json' };

/** gap are the words of 記録の途切れ. A house may never need them, so they do not come with the app. */
export { gap };
