import './test-world';
import { getTestBed } from '@angular/core/testing';

// Angular asks for this when it is loaded, which is once for all suites of a process.
beforeEach(() => getTestBed().resetTestingModule());
afterEach(() => getTestBed().resetTestingModule());
