/** isDiskFull knows the error of a database that has no room left, also inside TypeORM's. */
export function isDiskFull(thrown: unknown): boolean {
  const code = codeOf(thrown) ?? codeOf((thrown as { driverError?: unknown } | null)?.driverError);
  return code === 'SQLITE_FULL' || code === 'ENOSPC' || code === '53100';
}

function codeOf(thrown: unknown): unknown {
  return typeof thrown === 'object' && thrown !== null && 'code' in thrown ? thrown.code : undefined;
}
