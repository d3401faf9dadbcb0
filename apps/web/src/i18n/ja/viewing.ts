import viewing from './viewing.json' with { type: 'json' };

/** viewing are the words of 閲覧の記録. Managers need them now and then, so they do not come with the app. */
export { viewing };
