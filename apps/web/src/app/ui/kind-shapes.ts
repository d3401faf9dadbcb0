import type { ItemKind } from '@azukari/domain';

/** TONES colour the kinds; each is a soft ground and a strong ink in the theme. */
export const TONES = ['rose', 'sky', 'leaf', 'peach', 'lemon', 'lilac', 'sand', 'slate', 'brick', 'teal'] as const;
export type Tone = (typeof TONES)[number];

/** KindShape is a silhouette (what the paper feels like in the hand) and a mark, on a grid of 56 by 40. */
export interface KindShape {
  readonly body: string;
  readonly tone: Tone;
  /** Lines inside the body, drawn in ink. */
  readonly lines: string;
  /** Solid parts, filled with ink. */
  readonly solid?: string;
}

// Silhouettes
const CARD = 'M7 5h42a4 4 0 0 1 4 4v22a4 4 0 0 1-4 4H7a4 4 0 0 1-4-4V9a4 4 0 0 1 4-4z';
const UPRIGHT = 'M17 2h22a3 3 0 0 1 3 3v30a3 3 0 0 1-3 3H17a3 3 0 0 1-3-3V5a3 3 0 0 1 3-3z';
const SHEET = 'M14 2h20l8 8v28H14zM34 2v8h8';
const FOLDED = 'M4 7l16-3 16 3 16-3v29l-16 3-16-3-16 3zM20 4v29M36 7v29';
const TWO_FOLD = 'M4 6l24-3 24 3v30l-24-3-24 3zM28 3v30';
const BOOKLET = 'M15 3h24a3 3 0 0 1 3 3v28a3 3 0 0 1-3 3H15zM15 3a3 3 0 0 0-3 3v28a3 3 0 0 0 3 3M19 3v34';
const VOUCHER = 'M3 8h50v8a4 4 0 0 0 0 8v8H3v-8a4 4 0 0 0 0-8z';
const ENVELOPE = 'M4 7h48v26H4zM4 7l24 16L52 7';
const NOTEBOOK = 'M15 3h28v34H15zM11 8h8M11 14h8M11 20h8M11 26h8M11 32h8';
const BOX = 'M8 13h40v22H8zM8 13l5-8h30l5 8M23 13v7h10v-7';

// Marks
const FACE = 'M16 19a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM8.5 30c0-5 3.3-8 7.5-8s7.5 3 7.5 8';

/** KIND_SHAPES give every kind its own drawing. The four that are mixed up at the safe differ in silhouette, mark and colour. */
export const KIND_SHAPES: Readonly<Record<ItemKind, KindShape>> = {
  'my-number-card': {
    body: CARD,
    tone: 'rose',
    lines: `${FACE}M30 12h17`,
    solid: 'M32 19h13a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2H32a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2z',
  },
  'eligibility-certificate': { body: UPRIGHT, tone: 'sky', lines: 'M19 8h18M19 31h18M20 20l5.5 5.5L37 14' },
  'eligibility-notice': {
    body: SHEET,
    tone: 'slate',
    lines: 'M19 10h10M19 15h18M19 20h18M14 26h4M21 26h4M28 26h4M35 26h4M20 30h16v5H20z',
  },
  'legacy-insurance-card': {
    body: CARD,
    tone: 'slate',
    lines: 'M9 12h20M9 18h14M9 24h14M34 29a8 8 0 1 0-4-7M29 18v5h5M37 18v5l3 2',
  },
  'care-insurance-card': {
    body: FOLDED,
    tone: 'peach',
    lines: 'M8 14h8M8 20h8M40 14h8M40 20h8M8 26h8M40 26h8',
    solid: 'M28 29c-7-5-8-8-8-11a4 4 0 0 1 8-1.5A4 4 0 0 1 36 18c0 3-1 6-8 11z',
  },
  'care-copay-certificate': {
    body: TWO_FOLD,
    tone: 'lemon',
    lines:
      'M9 14h13M9 20h13M9 26h8M34 27 46 12M36 15.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM44 29a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  },
  'care-limit-certificate': {
    body: TWO_FOLD,
    tone: 'leaf',
    lines: 'M33 11h14M9 14h13M9 20h13',
    solid: 'M34 17h4v12h-4zM41 22h4v7h-4z',
  },
  'medical-limit-certificate': {
    body: UPRIGHT,
    tone: 'teal',
    lines: 'M19 9h18',
    solid: 'M20 24h4v10h-4zM26 19h4v15h-4zM32 14h4v20h-4z',
  },
  'disability-handbook-physical': {
    body: BOOKLET,
    tone: 'brick',
    lines: 'M29 11a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM29 12v8h6l3 7M29 16h5M26 18a6.5 6.5 0 1 0 8 9',
  },
  'disability-handbook-intellectual': {
    body: BOOKLET,
    tone: 'leaf',
    lines: '',
    solid: 'M30.5 9l3 7.2 7.5.6-5.7 5 1.8 7.7-6.6-4.2-6.6 4.2 1.8-7.7-5.7-5 7.5-.6z',
  },
  'disability-handbook-mental': {
    body: BOOKLET,
    tone: 'lilac',
    lines: 'M30 20a2 2 0 1 1-2-2 4.5 4.5 0 1 1-4 4.5 7.5 7.5 0 1 1 7.5 6.5',
  },
  'self-support-medical': {
    body: TWO_FOLD,
    tone: 'lilac',
    lines: 'M9 14h13M9 20h13M33 24l8-11M32 21.5a4 4 0 0 0 6.5 4.7l6-8.2a4 4 0 0 0-6.5-4.7z',
  },
  'welfare-service-certificate': {
    body: BOOKLET,
    tone: 'teal',
    lines: 'M31 17a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM23 24c2-3 5-4 8-4s6 1 8 4M23 30h16',
  },
  'designated-disease': {
    body: SHEET,
    tone: 'brick',
    lines: 'M23 12c0 6 10 6 10 12s-10 6-10 10M33 12c0 6-10 6-10 12s10 6 10 10M24.5 15h7M24.5 21h7M24.5 27h7M24.5 32h7',
  },
  'local-medical-subsidy': {
    body: CARD,
    tone: 'leaf',
    lines: 'M28 30a10 10 0 1 0 0-20 10 10 0 0 0 0 20zM23.5 20h9M28 15.5v9',
  },
  'specific-disease-recipient': {
    body: UPRIGHT,
    tone: 'brick',
    lines: 'M19 32h18',
    solid: 'M28 8c5 6.5 7 9.5 7 13a7 7 0 0 1-14 0c0-3.5 2-6.5 7-13z',
  },
  'elderly-recipient': {
    body: UPRIGHT,
    tone: 'lilac',
    lines: 'M26 14a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM26 15c-3 1-4 5-4 9v9M26 15c1 4 3 5 6 6M34 20v13M24 24l4 9',
  },
  'hibakusha-handbook': {
    body: BOOKLET,
    tone: 'sky',
    lines: 'M22 27l6.5-13 4 9 5.5-5-3.5 11zM28.5 14l-1 14M32.5 23l2 6',
  },
  'public-assistance-voucher': {
    body: VOUCHER,
    tone: 'sand',
    lines: 'M38 9v3M38 15v3M38 21v3M38 27v3M10 15h20M10 21h20M10 27h12',
  },
  'residence-card': {
    body: CARD,
    tone: 'sky',
    lines:
      'M38 29a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM29 20h18M38 11c-4 5-4 13 0 18M38 11c4 5 4 13 0 18M9 13h13M9 19h11M9 25h13',
  },
  'sealed-envelope': {
    body: ENVELOPE,
    tone: 'sand',
    lines: '',
    solid: 'M28 29a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11z',
  },
  'patient-card': {
    body: CARD,
    tone: 'sand',
    lines: 'M31 14h16M31 20h16M31 26h10',
    solid: 'M14 12h6v5h5v6h-5v5h-6v-5H9v-6h5z',
  },
  'medication-notebook': {
    body: NOTEBOOK,
    tone: 'lemon',
    lines: 'M25.5 24.5l9-9M24 23.5a4.2 4.2 0 0 0 6 6l8.5-8.5a4.2 4.2 0 0 0-6-6zM24 8h14',
  },
  other: { body: BOX, tone: 'slate', lines: 'M18 27h.01M28 27h.01M38 27h.01' },
};
