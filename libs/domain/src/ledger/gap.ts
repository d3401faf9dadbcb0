/**
 * GAP_CAUSES are why a record does not go on from what was signed before: an older backup was put back, the computer or its disk was
 * replaced by a copy, or nobody knows. The rest is said in words.
 */
export const GAP_CAUSES = ['backup-restored', 'computer-replaced', 'unknown'] as const;
export type GapCause = (typeof GAP_CAUSES)[number];

/** GAP_OBSTACLES are what no entry can end: another key, kept checkpoints that cannot be read, a record that was altered. */
export const GAP_OBSTACLES = ['key', 'unreadable', 'altered'] as const;
export type GapObstacle = (typeof GAP_OBSTACLES)[number];
