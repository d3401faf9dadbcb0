import * as z from 'zod';
import { endpoint } from './endpoint.ts';
import { commandId, requiredText, uuid, version } from './fields.ts';

/** STORAGE_KINDS: ロッカー → 引き出し → 番号つきポーチ. */
export const STORAGE_KINDS = ['locker', 'drawer', 'pouch'] as const;

/** storageAnswer is one place; `path` is its labels from the locker down, joined for people. */
export const storageAnswer = z.object({
  id: uuid,
  parentId: uuid.nullable(),
  kind: z.enum(STORAGE_KINDS),
  label: z.string(),
  path: z.string(),
  items: z.int(),
  retired: z.boolean(),
  version,
});

export const listStorages = endpoint({
  method: 'GET',
  path: '/api/storages',
  access: 'see-board',
  answer: z.object({ storages: z.array(storageAnswer) }),
});

/** addStorage adds a place; `pouches` numbered pouches are made inside a drawer at once when given. */
export const addStorage = endpoint({
  method: 'POST',
  path: '/api/storages',
  access: 'keep-storages',
  body: z.strictObject({
    commandId,
    parentId: uuid.nullable(),
    kind: z.enum(STORAGE_KINDS),
    label: requiredText(30),
    pouches: z.int().min(0).max(200).default(0),
    firstNumber: z.int().min(1).max(9999).default(1),
  }),
  answer: z.object({ storages: z.array(storageAnswer) }),
  status: 201,
});

export const changeStorage = endpoint({
  method: 'PATCH',
  path: '/api/storages/:id',
  access: 'keep-storages',
  body: z.strictObject({ commandId, version, label: requiredText(30) }),
  answer: storageAnswer,
});

export const retireStorage = endpoint({
  method: 'POST',
  path: '/api/storages/:id/retirement',
  access: 'keep-storages',
  body: z.strictObject({ commandId, version }),
  answer: storageAnswer,
});
