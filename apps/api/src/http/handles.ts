import { applyDecorators, Header, HttpCode, RequestMapping, RequestMethod, SetMetadata } from '@nestjs/common';
import type { Endpoint } from '@azukari/contract';

/** ACCESS and ENDPOINT are where a route's declaration is kept; routes.spec.ts walks them. */
export const ACCESS = 'azukari:access';
export const ENDPOINT = 'azukari:endpoint';
export const QUIET = 'azukari:quiet';

/** OPEN_TO_ALL marks the one route that is no endpoint of the contract: the contract itself. */
export const OPEN_TO_ALL = SetMetadata(ACCESS, 'public');

/**
 * Handles ties a controller's method to its endpoint in the contract, which says who may. A route without it is refused to all.
 * A quiet route is polled and does not renew the session.
 */
export function Handles(endpoint: Endpoint, { quiet = false } = {}): MethodDecorator {
  return applyDecorators(
    RequestMapping({ path: endpoint.path, method: RequestMethod[endpoint.method] }),
    HttpCode(endpoint.status ?? 200),
    ...(endpoint.type ? [Header('content-type', endpoint.type)] : []),
    SetMetadata(ENDPOINT, endpoint),
    SetMetadata(ACCESS, endpoint.access),
    SetMetadata(QUIET, quiet),
  );
}
