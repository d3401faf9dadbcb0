import inspecting from './inspecting.json' with { type: 'json' };

/** inspecting are the words of 運営指導. Few need them, so they do not come with the app. */
export { inspecting };
