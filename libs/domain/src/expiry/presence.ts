import type { Purpose } from '../custody/custody.ts';
import type { Visit, VisitSetting } from './bringing.ts';

/** PRESENCES say how the resident takes part: goes along or is there, does not go, or is seen over a screen (オンライン診療). */
export const PRESENCES = ['along', 'alone', 'online'] as const;
export type Presence = (typeof PRESENCES)[number];

interface Outing {
  readonly setting: VisitSetting;
  /** What is possible, in the order of PRESENCES; only one is not asked. */
  readonly presences: readonly Presence[];
  readonly usual: Presence;
}

const OUTINGS: Readonly<Record<Purpose, Outing | null>> = {
  outpatient: { setting: 'outpatient', presences: ['along', 'alone', 'online'], usual: 'along' },
  pharmacy: { setting: 'pharmacy', presences: ['along', 'alone'], usual: 'alone' },
  'home-visit': { setting: 'home-visit', presences: ['along', 'online'], usual: 'along' },
  'hospital-stay': { setting: 'hospital-stay', presences: ['along', 'alone'], usual: 'along' },
  // Away for a night, she may fall ill where she is.
  'overnight-leave': { setting: 'outpatient', presences: ['along'], usual: 'along' },
  renewal: { setting: 'municipal-office', presences: ['along', 'alone'], usual: 'along' },
  'municipal-office': { setting: 'municipal-office', presences: ['along', 'alone'], usual: 'alone' },
  emergency: { setting: 'hospital-stay', presences: ['along'], usual: 'along' },
  'in-house': null,
  'to-resident': null,
  'to-family': null,
  other: null,
};

/** presencesFor are the ways in which she may take part for a purpose, and the usual one; null where nothing is shown to anybody. */
export function presencesFor(purpose: Purpose): Pick<Outing, 'presences' | 'usual'> | null {
  return OUTINGS[purpose];
}

/** visitFor is where items are shown for a purpose, and whether she is there; null where nothing is shown to anybody. */
export function visitFor(purpose: Purpose, presence: Presence): Pick<Visit, 'setting' | 'residentGoesAlong'> | null {
  const outing = OUTINGS[purpose];
  if (outing === null) return null;
  const taken = outing.presences.includes(presence) ? presence : outing.usual;
  return { setting: taken === 'online' ? 'online' : outing.setting, residentGoesAlong: taken !== 'alone' };
}
