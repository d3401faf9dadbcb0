import pg from 'pg';

/** bigintIsNumber has PostgreSQL's bigint, which comes as text, read as a number: ours are counts, positions and milliseconds below 2^53. */
export function bigintIsNumber(): void {
  pg.types.setTypeParser(pg.types.builtins.INT8, Number);
}
