import heartbeat from './heartbeat.json' with { type: 'json' };

/** heartbeat are the words for how the notices stand, which come with the first screen that says it. */
export { heartbeat };
