import homes from './homes.json' with { type: 'json' };

/** homes are the words of 施設の見わたし, which auditors alone open. */
export { homes };
