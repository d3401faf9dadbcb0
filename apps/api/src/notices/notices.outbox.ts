// What a report reads of the outbox.
export { readNotices } from './notice-rows.ts';
