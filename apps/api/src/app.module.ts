import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { BoardController } from './board/board.controller.ts';
import type { Config } from './config.ts';
import { CoreModule } from './core.module.ts';
import { CustodyController } from './custody/custody.controller.ts';
import { CustodyService } from './custody/custody.service.ts';
import { FormData } from './forms/form-data.ts';
import { FormsController } from './forms/forms.controller.ts';
import { FormsService } from './forms/forms.service.ts';
import { Printer } from './forms/printer.ts';
import { HealthController } from './health/health.controller.ts';
import { OpenApiController } from './http/openapi.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { ItemsController } from './items/items.controller.ts';
import { ItemsService } from './items/items.service.ts';
import { LedgerController } from './ledger/ledger.controller.ts';
import { LedgerReader } from './ledger/ledger-reader.ts';
import { SessionController } from './session/session.controller.ts';
import { SessionGuard } from './session/session.guard.ts';
import { SessionService } from './session/session.service.ts';
import { Sessions } from './session/sessions.ts';
import { Throttle } from './session/throttle.ts';
import { SetUpController } from './set-up/set-up.controller.ts';
import { SetUp } from './set-up/set-up.service.ts';

/** AppModule is the whole server. */
@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [CoreModule.with(config)],
      controllers: [
        SessionController,
        BoardController,
        ItemsController,
        CustodyController,
        LedgerController,
        FormsController,
        HealthController,
        OpenApiController,
        SetUpController,
      ],
      providers: [
        Sessions,
        SessionService,
        Throttle,
        SetUp,
        ItemsService,
        CustodyService,
        LedgerReader,
        FormsService,
        FormData,
        Printer,
        { provide: APP_GUARD, useClass: SessionGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
