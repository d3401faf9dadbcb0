import finding from './finding.json' with { type: 'json' };

/** finding are the words for what rules answer. They are many and few screens need them, so they do not come with the app. */
export { finding };
