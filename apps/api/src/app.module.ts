import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { AgreementsController } from './agreements/agreements.controller.ts';
import { AgreementsService } from './agreements/agreements.service.ts';
import { Backups } from './backup/backup.service.ts';
import { BoardController } from './board/board.controller.ts';
import { BoardService } from './board/board.service.ts';
import { BringingController } from './bringing/bringing.controller.ts';
import { BringingService } from './bringing/bringing.service.ts';
import type { Config } from './config.ts';
import { ContactsController } from './contacts/contacts.controller.ts';
import { ContactsService } from './contacts/contacts.service.ts';
import { CoreModule } from './core.module.ts';
import { CountPolicyService } from './counts/count-policy.service.ts';
import { CountsController } from './counts/counts.controller.ts';
import { CountsGlance } from './counts/counts.glance.ts';
import { CountsReader } from './counts/counts-reader.ts';
import { CountsService } from './counts/counts.service.ts';
import { CustodyController } from './custody/custody.controller.ts';
import { CustodyAtService } from './custody/custody-at.service.ts';
import { CustodyService } from './custody/custody.service.ts';
import { PaperSheetsController } from './custody/paper-sheets.controller.ts';
import { PaperSheetsService } from './custody/paper-sheets.service.ts';
import { ClosingsService } from './deadlines/closings.service.ts';
import { DeadlinesController } from './deadlines/deadlines.controller.ts';
import { DeadlinesService } from './deadlines/deadlines.service.ts';
import { Eraser } from './erasures/eraser.ts';
import { ErasuresController } from './erasures/erasures.controller.ts';
import { ErasuresService } from './erasures/erasures.service.ts';
import { Forgetting } from './erasures/forgetting.ts';
import { FormData } from './forms/form-data.ts';
import { FormsController } from './forms/forms.controller.ts';
import { FormsService } from './forms/forms.service.ts';
import { NightListGlance } from './forms/forms.night.ts';
import { NightKeeper } from './forms/forms.night-keeper.ts';
import { HousePapers } from './forms/house-papers.ts';
import { Printer } from './forms/printer.ts';
import { Letters } from './forms/letters.ts';
import { Receipts } from './forms/receipts.ts';
import { ReceiptsController } from './forms/receipts.controller.ts';
import { Slips } from './forms/slips.ts';
import { SupportSheets } from './forms/support-sheets.ts';
import { DiskGuard } from './disk/disk.guard.ts';
import { Disk } from './disk/disk.service.ts';
import { DemoController } from './demo/demo.controller.ts';
import { DemoService } from './demo/demo.service.ts';
import { FacilityController } from './facility/facility.controller.ts';
import { FacilityService } from './facility/facility.service.ts';
import { RegulationService } from './facility/regulation.service.ts';
import { GapsController } from './gaps/gaps.controller.ts';
import { GapsGlance } from './gaps/gaps.glance.ts';
import { GapsService } from './gaps/gaps.service.ts';
import { HealthController } from './health/health.controller.ts';
import { OpenApiController } from './http/openapi.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { ImportsController } from './imports/imports.controller.ts';
import { ImportsService } from './imports/imports.service.ts';
import { InspectionController } from './inspection/inspection.controller.ts';
import { InspectionService } from './inspection/inspection.service.ts';
import { InspectionSettingsService } from './inspection/inspection-settings.service.ts';
import { Inspector } from './inspection/inspector.ts';
import { InsurersController } from './insurers/insurers.controller.ts';
import { InsurersService } from './insurers/insurers.service.ts';
import { ItemsController } from './items/items.controller.ts';
import { ItemsService } from './items/items.service.ts';
import { KeysController } from './keys/keys.controller.ts';
import { KeysGlance } from './keys/keys.glance.ts';
import { KeysService } from './keys/keys.service.ts';
import { LossesController } from './losses/losses.controller.ts';
import { LossesReader } from './losses/losses.reader.ts';
import { LossesService } from './losses/losses.service.ts';
import { LedgerController } from './ledger/ledger.controller.ts';
import { LedgerReader } from './ledger/ledger-reader.ts';
import { MetricsFacts } from './metrics/metrics.facts.ts';
import { MetricsServer } from './metrics/metrics.server.ts';
import { Answers } from './notices/answers.ts';
import { Composer } from './notices/composer.ts';
import { Engine } from './notices/engine.ts';
import { FamilyDesk } from './notices/family/family-desk.ts';
import { FamilyLinks } from './notices/family/family-links.ts';
import { FamilyServer } from './notices/family/family-server.ts';
import { Machine } from './notices/notices.machine.ts';
import { MailDoor } from './notices/mail-door.ts';
import { MailRoom } from './notices/mail-room.ts';
import { NoticeBook } from './notices/notice-book.ts';
import { NoticesService } from './notices/notices.service.ts';
import { NoticeChoices } from './notices/notice-choices.ts';
import { NoticeSettingsService } from './notices/notice-settings.service.ts';
import { NoticeWordsService } from './notices/notice-words.service.ts';
import { NoticesGlance } from './notices/notices.glance.ts';
import { PackController } from './pack/pack.controller.ts';
import { PackService } from './pack/pack.service.ts';
import { Packer } from './pack/packer.ts';
import { OverviewController } from './overview/overview.controller.ts';
import { OverviewService } from './overview/overview.service.ts';
import { PicturesController } from './pictures/pictures.controller.ts';
import { PicturesService } from './pictures/pictures.service.ts';
import { RemindersController } from './notices/reminders.controller.ts';
import { RemindersService } from './notices/reminders.service.ts';
import { PracticeController } from './practice/practice.controller.ts';
import { DESK } from './practice/practice.desk.ts';
import type { Desk } from './practice/practice.desk.ts';
import { PracticeGuard } from './practice/practice.guard.ts';
import { PracticeHouses } from './practice/practice.houses.ts';
import { ReconciliationsController } from './reconciliations/reconciliations.controller.ts';
import { ReconciliationsGlance } from './reconciliations/reconciliations.glance.ts';
import { ReconciliationsReader } from './reconciliations/reconciliations-reader.ts';
import { ReconciliationsService } from './reconciliations/reconciliations.service.ts';
import { LeavingController } from './residents/leaving.controller.ts';
import { LeavingService } from './residents/leaving.service.ts';
import { ResidentsController } from './residents/residents.controller.ts';
import { ResidentsService } from './residents/residents.service.ts';
import { RulesController } from './rules/rules.controller.ts';
import { KnownDevices } from './session/known-devices.ts';
import { Challenges } from './session/challenges.ts';
import { FactorsController } from './session/factors.controller.ts';
import { FactorsService } from './session/factors.service.ts';
import { PasskeysController } from './session/passkeys.controller.ts';
import { PasskeysService } from './session/passkeys.service.ts';
import { Passkeys } from './session/passkeys.ts';
import { SecondFactor } from './session/second-factor.ts';
import { SessionController } from './session/session.controller.ts';
import { SessionGuard } from './session/session.guard.ts';
import { SessionService } from './session/session.service.ts';
import { Sessions } from './session/sessions.ts';
import { Throttle } from './session/throttle.ts';
import { SetUpController } from './set-up/set-up.controller.ts';
import { SetUp } from './set-up/set-up.service.ts';
import { AppointmentsController } from './staff/appointments.controller.ts';
import { AppointmentsService } from './staff/appointments.service.ts';
import { StaffController } from './staff/staff.controller.ts';
import { StaffService } from './staff/staff.service.ts';
import { TrainingsController } from './staff/trainings.controller.ts';
import { TrainingsService } from './staff/trainings.service.ts';
import { StoragesController } from './storages/storages.controller.ts';
import { StoragesService } from './storages/storages.service.ts';
import { EnvelopesController } from './swap/envelopes.controller.ts';
import { EnvelopesService } from './swap/envelopes.service.ts';
import { SwapController } from './swap/swap.controller.ts';
import { SwapService } from './swap/swap.service.ts';
import { NotesService } from './work-lists/notes.service.ts';
import { TabletsController } from './tablets/tablets.controller.ts';
import { TabletDoor } from './tablets/tablets.door.ts';
import { TabletsService } from './tablets/tablets.service.ts';
import { BreakGlassController } from './staff/break-glass.controller.ts';
import { BreakGlassService } from './staff/break-glass.service.ts';
import { StaffGlance } from './staff/staff.glance.ts';
import { BreakGlass } from './session/break-glass.ts';
import { HeadOffice } from './inspection/inspection.head-office.ts';
import { TransfersController } from './transfers/transfers.controller.ts';
import { TransfersGlance } from './transfers/transfers.glance.ts';
import { TransfersService } from './transfers/transfers.service.ts';
import { ViewsController } from './views/views.controller.ts';
import { ViewsGlance } from './views/views.glance.ts';
import { ViewsService } from './views/views.service.ts';
import { WorkListsController } from './work-lists/work-lists.controller.ts';
import { WorkListsService } from './work-lists/work-lists.service.ts';

const SESSIONS = [
  Sessions,
  SessionService,
  SecondFactor,
  FactorsService,
  Challenges,
  Passkeys,
  PasskeysService,
  Throttle,
  KnownDevices,
  TabletsService,
  TabletDoor,
  BreakGlass,
];
const NOTICES = [
  NoticeBook,
  MailDoor,
  Composer,
  MailRoom,
  Engine,
  Machine,
  Answers,
  FamilyLinks,
  FamilyDesk,
  FamilyServer,
  RemindersService,
  NoticeChoices,
  NoticeSettingsService,
  NoticeWordsService,
  NoticesService,
  NoticesGlance,
];
const INSPECTIONS = [HeadOffice, InspectionService, InspectionSettingsService, Inspector];
const TRANSFERS = [TransfersService, TransfersGlance];
const COUNTS = [CountsService, CountsReader, CountsGlance, CountPolicyService];
const VIEWS = [ViewsService, ViewsGlance];
const ERASURES = [ErasuresService, Eraser, Forgetting];
const GAPS = [GapsService, GapsGlance];
const KEYS = [KeysService, KeysGlance];
const RECONCILIATIONS = [ReconciliationsService, ReconciliationsReader, ReconciliationsGlance];
const LOSSES = [LossesService, LossesReader];
const METRICS = [MetricsFacts, MetricsServer];
const HOUSE = [
  StaffGlance,
  BreakGlassService,
  FacilityService,
  RegulationService,
  StaffService,
  AppointmentsService,
  TrainingsService,
];
const FORMS = [
  FormsService,
  FormData,
  Letters,
  Receipts,
  Slips,
  SupportSheets,
  HousePapers,
  NightListGlance,
  NightKeeper,
  Printer,
];

const CONTROLLERS = [
  SessionController,
  FactorsController,
  PasskeysController,
  TabletsController,
  BoardController,
  ItemsController,
  BringingController,
  CustodyController,
  PaperSheetsController,
  LedgerController,
  PackController,
  ImportsController,
  InspectionController,
  FormsController,
  ReceiptsController,
  HealthController,
  OpenApiController,
  SetUpController,
  FacilityController,
  LeavingController,
  ResidentsController,
  ContactsController,
  AgreementsController,
  StoragesController,
  LossesController,
  StaffController,
  AppointmentsController,
  TrainingsController,
  BreakGlassController,
  DeadlinesController,
  RulesController,
  WorkListsController,
  InsurersController,
  EnvelopesController,
  SwapController,
  CountsController,
  KeysController,
  ReconciliationsController,
  ViewsController,
  ErasuresController,
  GapsController,
  PicturesController,
  OverviewController,
  TransfersController,
  RemindersController,
  PracticeController,
];

/** AppModule is the whole server; with a desk it is a practice house. */
@Module({})
export class AppModule {
  static with(config: Config, desk: Desk | null): DynamicModule {
    return {
      module: AppModule,
      imports: [CoreModule.with(config)],
      controllers: [...CONTROLLERS, ...(config.demo ? [DemoController] : [])],
      providers: [
        ...SESSIONS,
        SetUp,
        Backups,
        Disk,
        BoardService,
        ItemsService,
        BringingService,
        CustodyService,
        CustodyAtService,
        PaperSheetsService,
        LedgerReader,
        PackService,
        Packer,
        ...INSPECTIONS,
        LeavingService,
        ResidentsService,
        ImportsService,
        ContactsService,
        AgreementsService,
        StoragesService,
        DeadlinesService,
        EnvelopesService,
        SwapService,
        ...NOTICES,
        ...COUNTS,
        ...TRANSFERS,
        ...KEYS,
        ...RECONCILIATIONS,
        ...HOUSE,
        ...LOSSES,
        ...VIEWS,
        ...ERASURES,
        ...GAPS,
        ...METRICS,
        PicturesService,
        OverviewService,
        ClosingsService,
        WorkListsService,
        NotesService,
        InsurersService,
        ...(config.demo ? [DemoService] : []),
        ...FORMS,
        PracticeHouses,
        { provide: DESK, useValue: desk },
        { provide: APP_GUARD, useClass: SessionGuard },
        { provide: APP_GUARD, useClass: DiskGuard },
        { provide: APP_GUARD, useClass: PracticeGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
