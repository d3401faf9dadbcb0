import type { LoggerService } from '@nestjs/common';
import { dayInTokyo, instantAt } from '@azukari/domain';
import { pino } from 'pino';
import type { Logger as Pino } from 'pino';
import type { Config } from '../config.ts';
import { LogFolder } from './log-folder.ts';

/** openLog opens the log: JSON in a line, to journald by the standard output, or to a file a day. */
export function openLog({ logLevel, logFolder }: Pick<Config, 'logLevel' | 'logFolder'>): Pino {
  const options = { level: logLevel, base: null, serializers: { err: withoutData } };
  if (logFolder === null) return pino(options);
  return pino(options, new LogFolder(logFolder, () => dayInTokyo(instantAt(Date.now()))));
}

/** nestLog hands what the services say to the same log. */
export function nestLog(log: Pino): LoggerService {
  const told =
    (level: 'error' | 'warn') =>
    (message: unknown, ...more: readonly unknown[]) => {
      // Nest hands over what the caller did, and then the name of who said it.
      const who = more.at(-1);
      const detail = more.length > 1 ? more[0] : undefined;
      const facts = { who, ...(detail instanceof Error ? { err: detail } : typeof detail === 'string' && { detail }) };
      if (message instanceof Error) log[level]({ ...facts, err: message }, message.message);
      else log[level](facts, typeof message === 'string' ? message : 'said no more');
    };
  return { error: told('error'), fatal: told('error'), warn: told('warn'), log: () => undefined };
}

/** An error of the database carries the statement's values, names among them; the log gets none of that. */
function withoutData(error: Error & { readonly code?: unknown }): Readonly<Record<string, unknown>> {
  return { type: error.name, message: error.message, stack: error.stack ?? '', code: error.code ?? '' };
}
