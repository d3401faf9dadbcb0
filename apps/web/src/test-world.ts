import '@angular/compiler';
import { ErrorHandler, NgModule } from '@angular/core';
import { getTestBed } from '@angular/core/testing';
import { BrowserTestingModule, platformBrowserTesting } from '@angular/platform-browser/testing';

/** What goes wrong in a screen goes wrong in its test. */
@NgModule({
  providers: [
    {
      provide: ErrorHandler,
      useValue: {
        handleError: (error: unknown) => {
          throw error;
        },
      },
    },
  ],
})
class TestWorld {}

getTestBed().initTestEnvironment([BrowserTestingModule, TestWorld], platformBrowserTesting(), {
  errorOnUnknownElements: true,
  errorOnUnknownProperties: true,
});

// A screen that asks for a word that is not there shows the program's name of it: no test may pass over that.
const { warn } = console;
console.warn = (...said: readonly unknown[]): void => {
  if (String(said[0]).includes('Missing translation')) throw new Error(String(said[0]));
  warn(...said);
};
