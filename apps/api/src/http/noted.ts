import type { FastifyRequest } from 'fastify';
import type { Auth, RefusalKind, Uuid } from '@azukari/domain';
import { Malformed } from './parse.ts';
import { Refused } from './refused.ts';

/** The refusals that honest use of the screens seldom brings, and an attack brings often. */
const NOTED: ReadonlySet<RefusalKind> = new Set<RefusalKind>([
  'sign-in-failed',
  'too-many-attempts',
  'code-expired',
  'factor-wrong',
  'passkey-wrong',
  'password-wrong',
  'set-up-code-wrong',
  'tablet-code-wrong',
  'header-missing',
  'not-allowed',
  'sign-in-not-fresh',
]);

type Request = FastifyRequest & { readonly signedIn?: { readonly staffId: Uuid; readonly tablet: Uuid | null } };

/** noteRefused writes to the log who was refused what: the kind, the route and random numbers, never what was sent. */
export function noteRefused(request: Request, thrown: unknown): void {
  const refused = kindOf(thrown);
  if (refused === null) return;
  const { staffId: staff = null, tablet = null } = request.signedIn ?? {};
  request.log.info({ refused, route: request.routeOptions.url ?? null, staff, tablet }, 'refused');
}

/** noteSignIn writes to the log that a session was opened, whose, and by what. */
export function noteSignIn(
  request: FastifyRequest,
  { staffId: staff, auth, tablet }: { readonly staffId: Uuid; readonly auth: Auth; readonly tablet: Uuid | null },
): void {
  request.log.info({ staff, auth, tablet, route: request.routeOptions.url ?? null }, 'signed in');
}

function kindOf(thrown: unknown): string | null {
  if (thrown instanceof Malformed) return 'malformed';
  return thrown instanceof Refused && NOTED.has(thrown.refusal.kind) ? thrown.refusal.kind : null;
}
