import { bootstrapApplication } from '@angular/platform-browser';

import { App } from './app/app';
import { appConfig } from './app/app.config';
import { loadFonts } from './app/ui/load-fonts';

// zod-jitless.ts has run before this file: see project.json, polyfills.
loadFonts();
void bootstrapApplication(App, appConfig);
