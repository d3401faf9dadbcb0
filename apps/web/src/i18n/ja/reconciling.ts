import reconciling from './reconciling.json' with { type: 'json' };

/** reconciling are the words of 毎月の照合. Few screens need them, so they do not come with the app. */
export { reconciling };
