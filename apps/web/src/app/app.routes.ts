import type { Routes } from '@angular/router';

import { Layout } from './layout/layout';
import { askBeforeLeaving } from './layout/leave-form.guard';
import { mayDo, signedIn } from './session/signed-in.guard';
import { onlyOnce, setUpFirst } from './setup/set-up-guards';

/** routes: one lazy folder per screen. `title` is the feature whose `title` word names the browser's tab. */
export const routes: Routes = [
  {
    path: 'sign-in',
    title: 'session',
    canActivate: [setUpFirst],
    loadComponent: () => import('./session/sign-in-page').then((m) => m.SignInPage),
  },
  {
    path: 'setup',
    title: 'setup',
    loadComponent: () => import('./setup/setup-page').then((m) => m.SetupPage),
    children: [
      {
        path: '',
        pathMatch: 'full',
        canActivate: [onlyOnce],
        loadComponent: () => import('./setup/first-manager').then((m) => m.FirstManager),
      },
      {
        path: 'storages',
        canActivate: [signedIn, mayDo('keep-storages')],
        loadComponent: () => import('./storages/first-storages').then((m) => m.FirstStorages),
      },
      {
        path: 'text',
        canActivate: [signedIn, mayDo('keep-settings')],
        loadComponent: () => import('./facility/agreement-text').then((m) => m.AgreementText),
      },
      {
        path: 'residents',
        canActivate: [signedIn, mayDo('keep-residents')],
        loadComponent: () => import('./ui/paste-import').then((m) => m.PasteImport),
      },
      {
        path: 'staff',
        data: { peopleFirst: true },
        canActivate: [signedIn, mayDo('keep-accounts')],
        loadComponent: () => import('./staff/staff-and-appointments').then((m) => m.StaffAndAppointments),
      },
      {
        path: 'done',
        canActivate: [signedIn],
        loadComponent: () => import('./setup/setup-done').then((m) => m.SetupDone),
      },
    ],
  },
  {
    path: 'promise',
    title: 'promise',
    loadComponent: () => import('./promise/promise-page').then((m) => m.PromisePage),
  },
  {
    path: '',
    component: Layout,
    canActivate: [signedIn],
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'today' },
      { path: 'today', title: 'today', loadComponent: () => import('./today/today-page').then((m) => m.TodayPage) },
      {
        path: 'check-out',
        title: 'check-out',
        canActivate: [mayDo('check-out')],
        loadComponent: () => import('./check-out/check-out-page').then((m) => m.CheckOutPage),
      },
      {
        path: 'check-in',
        title: 'check-in',
        canActivate: [mayDo('check-in')],
        loadComponent: () => import('./check-in/check-in-page').then((m) => m.CheckInPage),
      },
      {
        path: 'change',
        title: 'change',
        canActivate: [mayDo('change')],
        loadComponent: () => import('./change/change-page').then((m) => m.ChangePage),
      },
      {
        path: 'emergency',
        title: 'emergency',
        canActivate: [mayDo('check-out-emergency')],
        loadComponent: () => import('./emergency/emergency-page').then((m) => m.EmergencyPage),
      },
      {
        path: 'residents',
        title: 'residents',
        loadComponent: () => import('./residents/residents-page').then((m) => m.ResidentsPage),
      },
      {
        path: 'residents/new',
        title: 'residents',
        canActivate: [mayDo('keep-residents')],
        canDeactivate: [askBeforeLeaving],
        loadComponent: () => import('./residents/new-resident-page').then((m) => m.NewResidentPage),
      },
      {
        path: 'residents/import',
        title: 'residents',
        canActivate: [mayDo('keep-residents')],
        canDeactivate: [askBeforeLeaving],
        loadComponent: () => import('./residents/import-page').then((m) => m.ImportPage),
      },
      {
        path: 'residents/:id',
        title: 'resident',
        loadComponent: () => import('./resident/resident-page').then((m) => m.ResidentPage),
      },
      {
        path: 'residents/:id/change',
        title: 'resident',
        canActivate: [mayDo('keep-residents')],
        canDeactivate: [askBeforeLeaving],
        loadComponent: () => import('./resident/change-resident-page').then((m) => m.ChangeResidentPage),
      },
      {
        path: 'residents/:id/leaving',
        title: 'resident',
        canActivate: [mayDo('keep-residents')],
        canDeactivate: [askBeforeLeaving],
        loadComponent: () => import('./resident/leaving-page').then((m) => m.LeavingPage),
      },
      {
        path: 'residents/:id/agreement',
        title: 'agreement',
        canActivate: [mayDo('keep-agreements')],
        canDeactivate: [askBeforeLeaving],
        loadComponent: () => import('./agreement/agreement-page').then((m) => m.AgreementPage),
      },
      {
        path: 'residents/:id/contacts/:contactId',
        title: 'contacts',
        canActivate: [mayDo('keep-contacts')],
        canDeactivate: [askBeforeLeaving],
        loadComponent: () => import('./contacts/contact-page').then((m) => m.ContactPage),
      },
      {
        path: 'intake',
        title: 'intake',
        canActivate: [mayDo('hold-temporarily')],
        canDeactivate: [askBeforeLeaving],
        loadComponent: () => import('./intake/intake-page').then((m) => m.IntakePage),
      },
      {
        path: 'hand-over',
        title: 'hand-over',
        canActivate: [mayDo('return-to-resident')],
        canDeactivate: [askBeforeLeaving],
        loadComponent: () => import('./hand-over/hand-over-page').then((m) => m.HandOverPage),
      },
      {
        path: 'searching',
        title: 'searching',
        canActivate: [mayDo('search')],
        loadComponent: () => import('./searching/searching-page').then((m) => m.SearchingPage),
      },
      {
        path: 'late-entry',
        title: 'late-entry',
        canActivate: [mayDo('enter-late')],
        canDeactivate: [askBeforeLeaving],
        loadComponent: () => import('./late-entry/late-entry-page').then((m) => m.LateEntryPage),
      },
      {
        path: 'ledger',
        title: 'ledger',
        canActivate: [mayDo('read-record')],
        loadComponent: () => import('./ledger/ledger-page').then((m) => m.LedgerPage),
      },
      {
        path: 'deadlines',
        title: 'deadlines',
        loadComponent: () => import('./deadlines/deadlines-page').then((m) => m.DeadlinesPage),
      },
      {
        path: 'deadlines/work',
        title: 'deadlines',
        loadComponent: () => import('./deadlines/work-lists-page').then((m) => m.WorkListsPage),
      },
      {
        path: 'counts',
        title: 'counts',
        loadComponent: () => import('./counts/counts-page').then((m) => m.CountsPage),
      },
      {
        path: 'counts/months',
        title: 'reconciliations',
        loadComponent: () => import('./counts/months-page').then((m) => m.MonthsPage),
      },
      {
        path: 'counts/months/:id',
        title: 'reconciliations',
        loadComponent: () => import('./counts/month-page').then((m) => m.MonthPage),
      },
      {
        path: 'counts/:id',
        title: 'counts',
        canActivate: [mayDo('count')],
        loadComponent: () => import('./counts/count-page').then((m) => m.CountPage),
      },
      {
        path: 'inspection',
        title: 'inspection',
        canActivate: [mayDo('export-record')],
        canDeactivate: [askBeforeLeaving],
        loadComponent: () => import('./inspection/inspection-page').then((m) => m.InspectionPage),
      },
      {
        path: 'views',
        title: 'views',
        canActivate: [mayDo('read-settings')],
        loadComponent: () => import('./views/views-page').then((m) => m.ViewsPage),
      },
      {
        path: 'views/:quarter',
        title: 'views',
        canActivate: [mayDo('read-settings')],
        canDeactivate: [askBeforeLeaving],
        loadComponent: () => import('./views/review-page').then((m) => m.ReviewPage),
      },
      { path: 'keys', title: 'keys', loadComponent: () => import('./keys/keys-page').then((m) => m.KeysPage) },
      {
        path: 'notices',
        title: 'notices',
        canActivate: [mayDo('see-profile')],
        loadComponent: () => import('./notices/notices-page').then((m) => m.NoticesPage),
      },
      { path: 'swap', title: 'swap', loadComponent: () => import('./swap/swap-page').then((m) => m.SwapPage) },
      {
        path: 'envelopes',
        title: 'envelopes',
        loadComponent: () => import('./envelopes/envelopes-page').then((m) => m.EnvelopesPage),
      },
      { path: 'rules', title: 'rules', loadComponent: () => import('./rules/rules-page').then((m) => m.RulesPage) },
      { path: 'staff', title: 'staff', loadComponent: () => import('./staff/staff-page').then((m) => m.StaffPage) },
      {
        path: 'storages',
        title: 'storages',
        loadComponent: () => import('./storages/storages-page').then((m) => m.StoragesPage),
      },
      {
        path: 'facility',
        title: 'facility',
        canActivate: [mayDo('read-settings')],
        canDeactivate: [askBeforeLeaving],
        loadComponent: () => import('./facility/facility-page').then((m) => m.FacilityPage),
      },
      {
        path: 'insurers',
        title: 'insurers',
        canActivate: [mayDo('read-settings')],
        loadComponent: () => import('./insurers/insurers-page').then((m) => m.InsurersPage),
      },
      {
        path: 'facility/counts',
        title: 'counts',
        canActivate: [mayDo('read-settings')],
        canDeactivate: [askBeforeLeaving],
        loadComponent: () => import('./counts/settings-page').then((m) => m.SettingsPage),
      },
      {
        path: 'facility/notices',
        title: 'notices',
        canActivate: [mayDo('read-settings')],
        loadComponent: () => import('./notices/settings-page').then((m) => m.SettingsPage),
      },
      {
        path: 'facility/notices/words',
        title: 'notices',
        canActivate: [mayDo('read-settings')],
        canDeactivate: [askBeforeLeaving],
        loadComponent: () => import('./notices/words-page').then((m) => m.WordsPage),
      },
      { path: 'more', title: 'more', loadComponent: () => import('./more/more-page').then((m) => m.MorePage) },
      { path: '**', redirectTo: 'today' },
    ],
  },
];
