import { Agent, request } from 'node:http';

/**
 * load sends requests over so many connections for so many seconds, each connection one after the other, and answers the
 * rate and the times. `next(connection, n)` gives method, path, headers and body.
 */
export async function load({ url, connections, seconds, next }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const { hostname, port } = new URL(url);
  const until = performance.now() + seconds * 1000;
  const times = [];
  const statuses = new Map();
  const began = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async (_, connection) => {
      for (let n = 0; performance.now() < until; n++) {
        const started = performance.now();
        const status = await send({ agent, hostname, port, ...next(connection, n) });
        times.push(performance.now() - started);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    }),
  );
  const took = (performance.now() - began) / 1000;
  agent.destroy();
  times.sort((one, other) => one - other);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return {
    perSecond: times.length / took,
    count: times.length,
    times,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    statuses: Object.fromEntries(statuses),
  };
}

function send({ agent, hostname, port, method = 'POST', path, headers = {}, body }) {
  return new Promise((resolve, reject) => {
    const payload = body === undefined ? undefined : JSON.stringify(body);
    const call = request(
      {
        agent,
        hostname,
        port,
        method,
        path,
        headers: {
          'content-type': 'application/json',
          ...headers,
          ...(payload && { 'content-length': Buffer.byteLength(payload) }),
        },
      },
      (response) => {
        response.resume();
        response.once('end', () => resolve(response.statusCode));
      },
    );
    call.once('error', reject);
    call.end(payload);
  });
}
