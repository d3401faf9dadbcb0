import { APP_BASE_HREF } from '@angular/common';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  type ApplicationConfig,
  inject,
  Injector,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
  provideZonelessChangeDetection,
} from '@angular/core';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import {
  provideRouter,
  TitleStrategy,
  withComponentInputBinding,
  withInMemoryScrolling,
  withRouterConfig,
} from '@angular/router';
import { provideTransloco, TranslocoService } from '@jsverse/transloco';

import { routes } from './app.routes';
import { rememberedLang } from './layout/preferences';
import { ScreenTitle } from './layout/screen-title';
import { sessionInterceptor } from './session/session.interceptor';
import { LANGS } from './ui/format';
import { baseAddress } from './ui/practice';
import { provideRuby } from './ui/ruby-renderer';
import { SHOW_ANEW } from './ui/show-anew';
import { WordsLoader } from './ui/transloco-loader';

/** appConfig wires the app: zoneless, the router with inputs from the address, words in three languages with their readings. */
export const appConfig: ApplicationConfig = {
  providers: [
    // No <base> in the page: the content security policy forbids it.
    { provide: APP_BASE_HREF, useFactory: baseAddress },
    provideBrowserGlobalErrorListeners(),
    provideZonelessChangeDetection(),
    provideRuby(),
    {
      provide: SHOW_ANEW,
      useFactory:
        (injector = inject(Injector)) =>
        async () =>
          (await import('./session/anew-dialog')).askAnew(injector),
    },
    provideHttpClient(withInterceptors([sessionInterceptor])),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled' }),
      withRouterConfig({ canceledNavigationResolution: 'computed' }),
    ),
    provideTransloco({
      config: {
        availableLangs: [...LANGS],
        defaultLang: rememberedLang(),
        fallbackLang: 'ja',
        reRenderOnLangChange: true,
        prodMode: true,
        missingHandler: { useFallbackTranslation: true },
      },
      loader: WordsLoader,
    }),
    provideAppInitializer(() => inject(TranslocoService).load(rememberedLang())),
    // A dialog stands at once: the focus an animation gives late would take the keys already meant for another field.
    { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
    { provide: TitleStrategy, useClass: ScreenTitle },
  ],
};
