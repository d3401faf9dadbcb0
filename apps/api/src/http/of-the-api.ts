import type { FastifyRequest } from 'fastify';

/** ofTheApi says whether a request is for the API. The route decides where there is one: an address can be written in many ways. */
export function ofTheApi({ routeOptions, url }: FastifyRequest): boolean {
  return /^\/api(?=[/?]|$)/.test(routeOptions.url ?? url);
}
