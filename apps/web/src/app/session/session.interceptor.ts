import { HttpErrorResponse, type HttpEvent, HttpEventType, type HttpInterceptorFn } from '@angular/common/http';
import { inject, Injector } from '@angular/core';
import { tap } from 'rxjs';

import { Connection } from '../ui/connection';
import { GO_TO, IN_PRACTICE, PRACTICE_BASE } from '../ui/practice';
import { Session } from './session';

/** HEADER proves that a request comes from this app and not from a foreign page. */
export const HEADER = { 'x-azukari': '1' } as const;

/** sessionInterceptor adds the header, hears whether the server answers, and notes a session that has ended. In a practice house it asks that house alone. */
export const sessionInterceptor: HttpInterceptorFn = (request, next) => {
  const connection = inject(Connection);
  const injector = inject(Injector);
  const inPractice = inject(IN_PRACTICE);
  const goTo = inject(GO_TO);
  const url = inPractice ? PRACTICE_BASE + request.url : request.url;
  return next(request.clone({ url, setHeaders: HEADER })).pipe(
    tap({
      next: (event: HttpEvent<unknown>) => {
        if (event.type !== HttpEventType.Sent) connection.hear();
      },
      error: (error: unknown) => {
        if (!(error instanceof HttpErrorResponse)) return;
        if (error.status === 0 || error.status === 502 || error.status === 504) {
          connection.miss();
          return;
        }
        connection.hear();
        const signingIn = request.method === 'POST' && ['/api/session', '/api/tablet/session'].includes(request.url);
        if (error.status !== 401 || signingIn) return;
        // A practice house that is over has no sign-in: the way on is the real one.
        if (inPractice) goTo('/course');
        else injector.get(Session).lapse();
      },
    }),
  );
};
