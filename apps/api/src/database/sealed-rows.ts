import { In } from 'typeorm';
import type { EntityManager, EntityTarget, FindManyOptions, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import type { Sealed } from './sealed.ts';
import { MARKED, SEALED_COLUMNS } from './sealed-columns.ts';
import type { SealedColumn } from './sealed-columns.ts';

type Where<R> = FindOptionsWhere<R> | FindOptionsWhere<R>[];
type Fields = readonly (readonly [property: string, column: SealedColumn, mark: string | null])[];

/** Rows is TypeORM's manager of the row classes with the codec in it: what goes through it is open outside and sealed inside. */
export class Rows {
  private readonly manager: EntityManager;
  private readonly sealed: Sealed;
  private readonly fields = new Map<EntityTarget<ObjectLiteral>, Fields>();

  constructor(manager: EntityManager, sealed: Sealed) {
    this.manager = manager;
    this.sealed = sealed;
  }

  async find<R extends ObjectLiteral>(kind: EntityTarget<R>, options: FindManyOptions<R>): Promise<R[]> {
    const { where } = options;
    const rows = await this.manager.find(kind, where ? { ...options, where: this.asked(kind, where) } : options);
    for (const row of rows) this.open(kind, row);
    return rows;
  }

  findBy<R extends ObjectLiteral>(kind: EntityTarget<R>, where: Where<R>): Promise<R[]> {
    return this.find(kind, { where });
  }

  async findOneBy<R extends ObjectLiteral>(kind: EntityTarget<R>, where: Where<R>): Promise<R | null> {
    const row = await this.manager.findOneBy(kind, this.asked(kind, where));
    if (row) this.open(kind, row);
    return row;
  }

  async findOneByOrFail<R extends ObjectLiteral>(kind: EntityTarget<R>, where: Where<R>): Promise<R> {
    const row = await this.manager.findOneByOrFail(kind, this.asked(kind, where));
    this.open(kind, row);
    return row;
  }

  count<R extends ObjectLiteral>(kind: EntityTarget<R>): Promise<number> {
    return this.manager.count(kind);
  }

  countBy<R extends ObjectLiteral>(kind: EntityTarget<R>, where: Where<R>): Promise<number> {
    return this.manager.countBy(kind, this.asked(kind, where));
  }

  existsBy<R extends ObjectLiteral>(kind: EntityTarget<R>, where: Where<R>): Promise<boolean> {
    return this.manager.existsBy(kind, this.asked(kind, where));
  }

  maximum<R extends ObjectLiteral>(
    kind: EntityTarget<R>,
    column: Parameters<typeof EntityManager.prototype.maximum<R>>[1],
    where: Where<R>,
  ): Promise<number | null> {
    return this.manager.maximum(kind, column, where);
  }

  async insert<R extends ObjectLiteral>(
    kind: EntityTarget<R>,
    given: Partial<R> | readonly Partial<R>[],
  ): Promise<void> {
    const rows = [given].flat() as readonly Partial<R>[];
    await this.manager.insert(
      kind,
      rows.map((row) => this.closed(kind, row['id'], row)),
    );
  }

  async update<R extends ObjectLiteral>(
    kind: EntityTarget<R>,
    where: FindOptionsWhere<R>,
    changed: Partial<R>,
  ): Promise<void> {
    await this.manager.update(kind, where, this.closed(kind, where['id'], changed));
  }

  /** What is sealed differently each time cannot be compared; where a mark stands for it, that is asked for. */
  private asked<R extends ObjectLiteral>(kind: EntityTarget<R>, where: Where<R>): Where<R> {
    const fields = this.fieldsOf(kind);
    const asked = (Array.isArray(where) ? where : [where]).map((one) => {
      const sought = fields.filter(([property]) => property in one);
      const marks = sought.map(([property, column, mark]) => {
        const text: unknown = one[property];
        if (mark === null || typeof text !== 'string') throw new Error(`${column} cannot be searched: it is sealed`);
        return [mark, In([...this.sealed.marks(column, text)])];
      });
      const others = Object.entries(one).filter(([property]) => !sought.some(([own]) => own === property));
      return Object.fromEntries([...others, ...marks]) as FindOptionsWhere<R>;
    });
    return asked;
  }

  private open(kind: EntityTarget<ObjectLiteral>, row: ObjectLiteral): void {
    for (const [property, column] of this.fieldsOf(kind))
      row[property] = this.sealed.open(column, idOf(row['id'], column), row[property] as string | null);
  }

  private closed<R extends ObjectLiteral>(kind: EntityTarget<R>, id: unknown, row: Partial<R>): Partial<R> {
    const fields = this.fieldsOf(kind).filter(([property]) => row[property] !== undefined);
    const sealed = fields.flatMap(([property, column, mark]) => {
      const text = row[property] as string | null;
      const value = [property, this.sealed.close(column, idOf(id, column), text)];
      return mark === null ? [value] : [value, [mark, text === null ? null : this.sealed.mark(column, text)]];
    });
    return Object.assign({}, row, Object.fromEntries(sealed)) as Partial<R>;
  }

  private fieldsOf(kind: EntityTarget<ObjectLiteral>): Fields {
    let fields = this.fields.get(kind);
    if (!fields) {
      const { tableName, columns } = this.manager.dataSource.getMetadata(kind);
      const sealed = Object.entries(SEALED_COLUMNS).find(([table]) => table === tableName)?.[1].columns ?? [];
      fields = columns.flatMap(({ databaseName, propertyName }): Fields => {
        if (!(sealed as readonly string[]).includes(databaseName)) return [];
        const column = `${tableName}.${databaseName}` as SealedColumn;
        const mark = columns.find((other) => other.databaseName === MARKED[column]);
        return [[propertyName, column, mark?.propertyName ?? null]];
      });
      this.fields.set(kind, fields);
    }
    return fields;
  }
}

/** A value is bound to its row: it is neither sealed nor opened where the row is not known. */
function idOf(id: unknown, column: SealedColumn): string {
  if (typeof id !== 'string') throw new Error(`${column} is asked for without the id of its row`);
  return id;
}
