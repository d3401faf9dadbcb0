/** ROLES of an account. Levels of handling cards come from the appointment, not from the role. */
export const ROLES = ['floor', 'manager', 'admin', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/** LEVELS of an appointment: 責任者, 副責任者, 取扱者, 緊急時のみ. */
export const LEVELS = ['responsible', 'deputy', 'handler', 'emergency-only'] as const;
export type Level = (typeof LEVELS)[number];

/** ACTIONS a person may ask for; each row of 「Who may do what」, plus what the roles add. */
export const ACTIONS = [
  'see-board',
  'see-profile',
  'check-out-emergency',
  'check-in',
  'search',
  'hold-temporarily',
  'check-out',
  'change',
  'move',
  'enter-late',
  'enter-late-for-others',
  'count',
  'return-to-resident',
  'take-in',
  'hand-over',
  'cancel',
  'amend',
  'report-missing',
  'review-emergency',
  'reconcile',
  'hold-keys',
  'confirm-reconciliation',
  'read-record',
  'appoint',
  'confirm-appointment',
  'keep-residents',
  'keep-agreements',
  'keep-contacts',
  'keep-deadlines',
  'keep-storages',
  'keep-notices',
  'print-forms',
  'keep-accounts',
  'keep-settings',
  'read-settings',
  'export-record',
  'review-views',
  'erase',
  'confirm-erasure',
  'explain-gap',
  'confirm-gap',
  'see-overview',
] as const;
export type Action = (typeof ACTIONS)[number];

/** Actor is who acts: the account's role and the level of the appointment that is valid today, if any. */
export interface Actor {
  readonly staffId: string;
  readonly role: Role;
  readonly level: Level | null;
}

type Column = Role | Level;

const EVERYBODY: readonly Column[] = ['auditor', 'floor', 'emergency-only', 'handler', 'deputy', 'responsible'];
const SIGNED_IN_STAFF: readonly Column[] = [
  'floor',
  'manager',
  'admin',
  'emergency-only',
  'handler',
  'deputy',
  'responsible',
];
/** Who is appointed at all; at night a locker must open for an ambulance too. */
const APPOINTED: readonly Column[] = ['emergency-only', 'handler', 'deputy', 'responsible'];
const HANDLERS: readonly Column[] = ['handler', 'deputy', 'responsible'];
const LEADERS: readonly Column[] = ['deputy', 'responsible'];

/**
 * MATRIX is the table 「Who may do what」. A person may act when the column of the role or of the level is listed.
 * A manager or admin without an appointment moves nothing beyond what every signed-in member of staff may.
 */
export const MATRIX: Readonly<Record<Action, readonly Column[]>> = {
  'see-board': [...EVERYBODY, 'manager', 'admin'],
  'see-profile': ['auditor', 'manager', ...HANDLERS],
  'check-out-emergency': SIGNED_IN_STAFF,
  'check-in': SIGNED_IN_STAFF,
  search: SIGNED_IN_STAFF,
  'hold-temporarily': SIGNED_IN_STAFF,
  'check-out': HANDLERS,
  change: HANDLERS,
  move: HANDLERS,
  'enter-late': HANDLERS,
  'enter-late-for-others': LEADERS,
  count: HANDLERS,
  'return-to-resident': HANDLERS,
  'take-in': LEADERS,
  'hand-over': LEADERS,
  cancel: LEADERS,
  amend: LEADERS,
  'report-missing': LEADERS,
  'review-emergency': LEADERS,
  reconcile: LEADERS,
  'hold-keys': APPOINTED,
  'confirm-reconciliation': ['auditor', ...HANDLERS],
  'read-record': [...EVERYBODY, 'manager', 'admin'],
  appoint: ['manager'],
  // Whoever it is, never the one who was appointed: that is a rule of its own.
  'confirm-appointment': ['auditor', 'admin', 'manager'],
  'keep-residents': ['manager', ...LEADERS],
  'keep-agreements': ['manager', ...LEADERS],
  'keep-contacts': ['manager', ...LEADERS],
  'keep-deadlines': ['manager', ...LEADERS],
  'keep-storages': ['manager'],
  'keep-notices': ['manager', ...LEADERS],
  'print-forms': ['auditor', 'manager', ...HANDLERS],
  'keep-accounts': ['admin', 'manager'],
  'keep-settings': ['admin', 'manager'],
  'read-settings': ['admin', 'manager', 'auditor'],
  // All names of all years in one file: not for who only keeps accounts.
  'export-record': ['manager', 'auditor'],
  'review-views': ['manager'],
  erase: ['manager'],
  // The second person; where a house has one manager, the head office's account is.
  'confirm-erasure': ['manager', 'auditor'],
  // Who put the backup back, or who answers for the house.
  'explain-gap': ['admin', 'manager'],
  // Whoever it is, never the one who explained it.
  'confirm-gap': ['auditor', 'admin', 'manager'],
  // Of which houses, the service says: one's own, or for the head office all.
  'see-overview': ['auditor'],
};

/** may answers for guards, screens and tests alike. */
export function may(actor: Pick<Actor, 'role' | 'level'>, action: Action): boolean {
  const columns = MATRIX[action];
  return (
    columns.includes(actor.role) || (actor.level !== null && actor.role !== 'auditor' && columns.includes(actor.level))
  );
}
