import ways from './ways.json' with { type: 'json' };

/** ways are the words of サインインの方法. Each needs them once, so they do not come with the app. */
export { ways };
