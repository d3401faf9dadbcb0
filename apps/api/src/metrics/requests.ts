import type { FastifyReply, FastifyRequest } from 'fastify';
import { ofTheApi } from '../http/of-the-api.ts';
import type { Family, Labels } from './exposition.ts';

const BOUNDS_SECONDS = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 10] as const;

interface Counted {
  readonly labels: Labels;
  readonly within: number[];
  count: number;
  seconds: number;
}

/** Requests counts answers by route, status class and how long they took; an address is never kept, only the route that it found. */
export class Requests {
  private readonly counted = new Map<string, Counted>();

  /** count counts one answer. */
  count(request: FastifyRequest, reply: FastifyReply): void {
    const route = routeOf(request);
    const method = route === 'unknown' ? 'any' : request.method;
    const status = `${String(Math.trunc(reply.statusCode / 100))}xx`;
    const key = `${method} ${route} ${status}`;
    const seconds = reply.elapsedTime / 1000;
    const counted = this.counted.get(key) ?? {
      labels: { method, route, status },
      within: BOUNDS_SECONDS.map(() => 0),
      count: 0,
      seconds: 0,
    };
    this.counted.set(key, counted);
    BOUNDS_SECONDS.forEach((bound, at) => {
      if (seconds <= bound) counted.within[at] = (counted.within[at] ?? 0) + 1;
    });
    counted.count += 1;
    counted.seconds += seconds;
  }

  /** family is what was counted since the start. */
  family(): Family {
    const samples = [...this.counted.values()].flatMap(({ labels, within, count, seconds }) => [
      ...BOUNDS_SECONDS.map((bound, at) => bucket(labels, String(bound), within[at] ?? 0)),
      bucket(labels, '+Inf', count),
      { suffix: '_sum', labels, value: seconds },
      { suffix: '_count', labels, value: count },
    ]);
    return {
      name: 'azukari_http_request_duration_seconds',
      type: 'histogram',
      help: 'Answers by route and status class.',
      samples,
    };
  }
}

function bucket(labels: Labels, le: string, value: number): Family['samples'][number] {
  return { suffix: '_bucket', labels: Object.assign({}, labels, { le }), value };
}

/** Files of the pages are one route; what found none could be anything that somebody typed. */
function routeOf(request: FastifyRequest): string {
  if (!ofTheApi(request)) return 'page';
  const { url } = request.routeOptions;
  return url === undefined || url.includes('*') ? 'unknown' : url;
}
