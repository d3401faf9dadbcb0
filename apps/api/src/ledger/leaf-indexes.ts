/** RARE_TYPE is the condition of the index `log_leaf_type`: of the two everyday types every page of the log is full. */
export const RARE_TYPE = "type NOT IN ('item.checked-out', 'item.checked-in')";

const WENT_BACK = `body = replace(body, '"behind":0,', '')`;

/** ON_TIME are the entries made while the clock had not gone back; among them time only grows with the number. */
export const ON_TIME = `NOT (${WENT_BACK})`;

/** MARK_EVERY is the distance of the entries by which a time is found. */
export const MARK_EVERY = 64;

/** TIME_MARK is the condition of the index `log_leaf_recorded`: one entry in 64, and each whose clock had gone back. */
export const TIME_MARK = `(seq % ${String(MARK_EVERY)} = 0 OR ${WENT_BACK})`;
