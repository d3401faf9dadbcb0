/** TITLES are the codes of the rules' names; the words live in the translations. */
export const TITLES = {
  V1: 'card',
  V2: 'certificate',
  V3: 'renewal-window',
  V4: 'grace-strict',
  V5: 'grace-administrative',
  V6: 'usable-as-insurance-card',
  V7: 'legacy-last-day',
  V8: 'seventieth-birthday',
  V9: 'seventy-fifth-birthday',
  V10: 'legacy-accepted',
  V11: 'eligibility-certificate',
  V12: 'late-elderly-automatic',
  V13: 'who-must-apply',
  V14: 'express-reissue',
  V15: 'care-certification',
  V16: 'yearly',
  V17: 'monthly-reconciliation',
  V18: 'family-report',
  V19: 'retention',
  V20: 'never-stored',
  V21: 'reminder-steps',
  V22: 'moving-in',
} as const;

/** RuleId names a rule of the book. */
export type RuleId = keyof typeof TITLES;

/** RuleTitle is the code of a rule's name. */
export type RuleTitle = (typeof TITLES)[RuleId];

/** RULE_IDS are all rules, in the order of the book. */
export const RULE_IDS = Object.keys(TITLES) as readonly RuleId[];
