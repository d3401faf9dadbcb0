/** ICONS are line drawings on a grid of 24, one path each. */
export const ICONS = {
  // places to go
  today: 'M4 5h16v15H4zM4 10h16M8 3v4M16 3v4M9 15l2 2 4-4',
  'check-out': 'M13 8V4H3v15h10v-4M5 19v2.5M11 19v2.5M8 11.5h13M17.5 8l3.5 3.5-3.5 3.5',
  'check-in': 'M13 8V4H3v15h10v-4M5 19v2.5M11 19v2.5M21 11.5H8M11.5 8 8 11.5l3.5 3.5',
  residents:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c0-3.6 2.9-6 6.5-6s6.5 2.4 6.5 6M16 4.4a3.5 3.5 0 0 1 0 6.3M18 14.5c2.1.8 3.5 2.8 3.5 5.5',
  ledger: 'M5 3h12a2 2 0 0 1 2 2v16H7a2 2 0 0 1-2-2zM5 19a2 2 0 0 1 2-2h12M9 7h6M9 11h6',
  // A locker with its drawers, seen.
  counts: 'M5 3h14v18H5zM5 9h14M8.5 14.5l2.5 2.5 4.5-5',
  staff: 'M12 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM5 21c0-4 3-7 7-7s7 3 7 7M12 14l-1.5 3 1.5 4 1.5-4z',
  storages: 'M5 3h14v18H5zM5 9h14M5 15h14M11 6h2M11 12h2M11 18h2',
  more: 'M5 13.2a1.2 1.2 0 1 0 0-2.4 1.2 1.2 0 0 0 0 2.4zM12 13.2a1.2 1.2 0 1 0 0-2.4 1.2 1.2 0 0 0 0 2.4zM19 13.2a1.2 1.2 0 1 0 0-2.4 1.2 1.2 0 0 0 0 2.4z',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 9a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM9 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  promise: 'M12 3l8 3v6c0 4.5-3.3 7.7-8 9-4.7-1.3-8-4.5-8-9V6zM8.5 12l2.5 2.5 4.5-5',
  intake: 'M3 13v6h18v-6M3 13h5l1.5 2.5h5L16 13h5M12 3v8M8.5 8 12 11.5 15.5 8',
  'hand-over': 'M3 12h5l3 2.5h4a1.5 1.5 0 0 1 0 3h-4M3 18h3l4 3h5l6-5M9 3h9v6H9zM9 6h9',
  'late-entry': 'M12 20a8 8 0 1 0-8-8M4 16v-4h4M12 8v4l3 2',
  rules: 'M12 6.5C10 5 7 4.5 3 4.5v14c4 0 7 .5 9 2 2-1.5 5-2 9-2v-14c-4 0-7 .5-9 2zM12 6.5v14',
  practice: 'M3 9l9-5 9 5-9 5zM7 11.5V17c2.5 2 7.5 2 10 0v-5.5M21 9v6',
  // states
  lock: 'M5 11h14v9H5zM8 11V8a4 4 0 0 1 8 0v3M12 15v2',
  'arrow-out': 'M6 18 18 6M9 6h9v9',
  warning: 'M12 3.5 22 20H2zM12 10v4.5M12 17.3h.01',
  tray: 'M3 14v5h18v-5M3 14h5.5l1 2h5l1-2H21M3 14l3-8h12l3 8',
  calendar: 'M4 6h16v14H4zM4 10.5h16M8 3.5V7M16 3.5V7M12 13.5v3M12 18h.01',
  picture: 'M4 20V4M4 20h16M8 17v-5M12 17V8M16 17v-7',
  expired: 'M4 6h16v14H4zM4 10.5h16M8 3.5V7M16 3.5V7M9.5 13l5 5M14.5 13l-5 5',
  question: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.2 9.5a2.8 2.8 0 1 1 4.2 2.4c-.9.6-1.4 1.1-1.4 2.1M12 17h.01',
  magnifier: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.3 15.3 21 21',
  siren: 'M6 18v-5a6 6 0 0 1 12 0v5M4 18h16v3H4zM12 2v2M4.5 5 6 6.5M19.5 5 18 6.5M12 11v3',
  // doing
  check: 'M4.5 12.5 10 18 20 6.5',
  close: 'M6 6l12 12M18 6 6 18',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  back: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  down: 'M5 9l7 7 7-7',
  swap: 'M4 8h14M14.5 4.5 18 8l-3.5 3.5M20 16H6M9.5 12.5 6 16l3.5 3.5',
  person: 'M12 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 21c0-4 3.3-7 7.5-7s7.5 3 7.5 7',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2',
  place: 'M12 21c4.5-5 7-8.3 7-11.5a7 7 0 0 0-14 0C5 12.7 7.5 16 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  print: 'M7 9V3h10v6M7 18H4v-8h16v8h-3M7 14h10v7H7z',
  pencil: 'M4 20l1-4L16 5l3 3L8 19zM13.5 7.5l3 3',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6l1.5 2h-15zM10 21.5h4',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v6M12 7.5h.01',
  'no-connection':
    'M3 3l18 18M5 12.5a10 10 0 0 1 4-2.5M2 9a14 14 0 0 1 4.5-2.8M12 6c3.8 0 7.3 1.3 10 3.5M15 10.5c1.5.5 2.9 1.2 4 2M8.5 16a5.5 5.5 0 0 1 6 0M12 20h.01',
  language: 'M3 6h9M7.5 3.5V6M10.5 6c-.7 4-3 7-6.5 8.5M5 9c1.2 2.6 3 4.3 5.5 5.3M12 20.5 16 10.5l4 10M13.5 17h5',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4',
  'sign-out': 'M12 3v9M7 6.2a8 8 0 1 0 10 0',
  phone: 'M5 3h4l2 5-2.5 1.5a12 12 0 0 0 6 6L16 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 5a2 2 0 0 1 2-2z',
  key: 'M8 17a5 5 0 1 0 0-10 5 5 0 0 0 0 10zM13 12h8v3.5M17.5 12v3',
  download: 'M12 3v12M7.5 11 12 15.5 16.5 11M4 20h16',
  pin: 'M4 4h16v12H9l-5 4z',
} as const satisfies Record<string, string>;

/** IconName is an icon the house has drawn. */
export type IconName = keyof typeof ICONS;
