/** REGULATION_PLACES are the marked places of the 預り品等管理規程 in which a facility says it in its own words, in the order of the text. */
export const REGULATION_PLACES = [
  'in-force-from',
  'kinds',
  'responsible',
  'deputy',
  'handlers',
  'safe',
  'keys',
  'night',
  'counts',
  'family',
  'loss',
  'retention',
  'contact',
  'more',
] as const;
export type RegulationPlace = (typeof REGULATION_PLACES)[number];

/** RegulationWords are a facility's own words by place; where there are none, the text has its own. */
export type RegulationWords = Readonly<Partial<Record<RegulationPlace, string>>>;
