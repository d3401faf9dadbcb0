import erasing from './erasing.json' with { type: 'json' };

/** erasing are the words of 記録の消去. Managers need them now and then, so they do not come with the app. */
export { erasing };
