/** RunningPostgres is a server that this process started and has to stop. */
export interface RunningPostgres {
  /** databaseUrl signs in as the application, which owns nothing. */
  readonly databaseUrl: string;
  /** ownerUrl signs in as the owner of the tables, who runs the migrations. */
  readonly ownerUrl: string;
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/** DatabaseUrls are how the application and the owner reach one database. */
export interface DatabaseUrls {
  readonly databaseUrl: string;
  readonly ownerUrl: string;
}

/** SuiteDatabase is a database for one suite. */
export interface SuiteDatabase extends DatabaseUrls {
  readonly drop: () => Promise<unknown>;
}

/** startPostgres starts a server with an owner role and an application role, and one empty database of the owner's. */
export function startPostgres(options?: { readonly log?: (chunk: string) => void }): Promise<RunningPostgres>;

/** createDatabase makes a database for one suite, empty or a copy of what `fill` filled once; the addresses default to the environment's. */
export function createDatabase(of?: {
  readonly databaseUrl?: string;
  readonly ownerUrl?: string;
  readonly fill?: (urls: DatabaseUrls) => Promise<unknown>;
}): Promise<SuiteDatabase>;
