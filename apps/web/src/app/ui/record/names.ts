/** Names resolve the ids in facts: who, and where. An id that is not known stays unnamed. */
export interface Names {
  readonly staff: ReadonlyMap<string, string>;
  readonly storages: ReadonlyMap<string, string>;
}

/** NO_NAMES is what is known before the lists were read. */
export const NO_NAMES: Names = { staff: new Map(), storages: new Map() };
