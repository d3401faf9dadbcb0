import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Resident } from '../house/house.ts';

const ROUTES = resolve(import.meta.dirname, '../../web/src/app/app.routes.ts');

/** Seen is what has to be there for the screens to show something. */
export interface Seen {
  readonly resident: Resident;
  readonly contactId: string;
  readonly outIds: readonly string[];
  readonly countId: string;
  readonly monthId: string;
}

/** routesOf reads which addresses the app knows, so that no screen is left out of the walk. */
export function routesOf(): readonly string[] {
  const found = readFileSync(ROUTES, 'utf8').matchAll(/path: '([^'*]+)'/g);
  return [...new Set([...found].map(([, path]) => path ?? ''))];
}

/** ADDRESSES are the routes with something to look at. */
export const ADDRESSES: Readonly<Record<string, (seen: Seen) => string>> = {
  'sign-in': () => '/sign-in',
  setup: () => '/setup',
  'setup/storages': () => '/setup/storages',
  'setup/text': () => '/setup/text',
  'setup/residents': () => '/setup/residents',
  'setup/staff': () => '/setup/staff',
  'setup/done': () => '/setup/done',
  ways: () => '/ways',
  enrol: () => '/enrol',
  promise: () => '/promise',
  today: () => '/today',
  'check-out': ({ resident }) => `/check-out?resident=${resident.id}`,
  'check-in': () => '/check-in',
  change: ({ outIds }) => `/change?items=${outIds.join(',')}`,
  emergency: () => '/emergency',
  residents: () => '/residents',
  'residents/new': () => '/residents/new',
  'residents/import': () => '/residents/import',
  'residents/:id': ({ resident }) => `/residents/${resident.id}`,
  'residents/:id/change': ({ resident }) => `/residents/${resident.id}/change`,
  'residents/:id/back': ({ resident }) => `/residents/${resident.id}/back`,
  'residents/:id/leaving': ({ resident }) => `/residents/${resident.id}/leaving`,
  'residents/:id/agreement': ({ resident }) => `/residents/${resident.id}/agreement`,
  'residents/:id/contacts/:contactId': ({ resident, contactId }) => `/residents/${resident.id}/contacts/${contactId}`,
  agreements: () => '/agreements',
  intake: ({ resident }) => `/intake?resident=${resident.id}`,
  'hand-over': ({ resident }) => `/hand-over?resident=${resident.id}`,
  searching: () => '/searching',
  'late-entry': () => '/late-entry',
  'late-entry/sheet': () => '/late-entry/sheet',
  ledger: () => '/ledger',
  deadlines: () => '/deadlines',
  'deadlines/work': () => '/deadlines/work',
  counts: () => '/counts',
  'counts/opening': () => '/counts/opening',
  'counts/months': () => '/counts/months',
  'counts/months/:id': ({ monthId }) => `/counts/months/${monthId}`,
  'counts/:id': ({ countId }) => `/counts/${countId}`,
  overview: () => '/overview',
  transfers: () => '/transfers',
  pictures: () => '/pictures',
  'pictures/day': () => '/pictures/day',
  'pictures/late': () => '/pictures/late',
  'pictures/counts': () => '/pictures/counts',
  'pictures/items/:id': ({ resident }) => `/pictures/items/${resident.items[0]?.id ?? ''}`,
  inspection: () => '/inspection',
  erasures: () => '/erasures',
  gaps: () => '/gaps',
  keys: () => '/keys',
  views: () => '/views',
  'views/:quarter': () => '/views/2026-07-01',
  notices: () => '/notices',
  'facility/counts': () => '/facility/counts',
  'facility/notices': () => '/facility/notices',
  'facility/notices/words': () => '/facility/notices/words',
  swap: () => '/swap',
  envelopes: () => '/envelopes',
  rules: () => '/rules?rule=V12',
  staff: () => '/staff',
  'staff/envelope': () => '/staff/envelope',
  storages: () => '/storages',
  facility: () => '/facility',
  insurers: () => '/insurers',
  tablets: () => '/tablets',
  course: () => '/course',
  more: () => '/more',
};
