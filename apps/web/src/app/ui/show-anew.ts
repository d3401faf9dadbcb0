import { InjectionToken } from '@angular/core';

/** SHOW_ANEW asks who is signed in to show once more who she is, and says whether she did; null where nobody can be asked. */
export const SHOW_ANEW = new InjectionToken<(() => Promise<boolean>) | null>('SHOW_ANEW', { factory: () => null });
