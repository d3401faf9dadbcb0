import { applyDecorators, Header, HttpCode, RequestMapping, RequestMethod, SetMetadata } from '@nestjs/common';
import type { Action } from '@azukari/domain';
import type { Endpoint } from '@azukari/contract';

/**
 * Access says who may use a route: an action of the table, everybody who is signed in, whoever is signed in but still owes a second
 * factor (`at-the-door`), or the public.
 */
export type Access = Action | 'signed-in' | 'at-the-door' | 'public';

/** ACCESS and ENDPOINT are where a route's declaration is kept; routes.spec.ts walks them. */
export const ACCESS = 'azukari:access';
export const ENDPOINT = 'azukari:endpoint';
export const QUIET = 'azukari:quiet';

/**
 * Handles ties a controller's method to its endpoint in the contract and says who may. A route without it is refused to all.
 * A quiet route is polled and does not renew the session.
 */
export function Handles(endpoint: Endpoint, access: Access, { quiet = false } = {}): MethodDecorator {
  return applyDecorators(
    RequestMapping({ path: endpoint.path, method: RequestMethod[endpoint.method] }),
    HttpCode(endpoint.status ?? 200),
    ...(endpoint.type ? [Header('content-type', endpoint.type)] : []),
    SetMetadata(ENDPOINT, endpoint),
    SetMetadata(ACCESS, access),
    SetMetadata(QUIET, quiet),
  );
}
