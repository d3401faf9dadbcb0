/** RARE_TYPE is the condition of the index `log_leaf_type`: of the two everyday types every page of the log is full. */
export const RARE_TYPE = "type NOT IN ('item.checked-out', 'item.checked-in')";

/** WENT_BACK are the entries made while the clock had gone back, and the condition of the index `log_leaf_behind`. */
export const WENT_BACK = `body = replace(body, '"behind":0,', '')`;

/** TIME_MARK is the condition of the index `log_leaf_recorded`: one entry in 64. */
export const TIME_MARK = 'seq % 64 = 0';
