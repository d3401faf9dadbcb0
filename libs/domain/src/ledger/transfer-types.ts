import { count, uuid } from './fact-schema.ts';

/** TRANSFER_TYPES are the entries about what goes from one home of the installation to another. */
export const TRANSFER_TYPES = {
  /** What is hers is on its way to another home of the installation; to each thing belongs an `item.checked-out` of the same command. */
  'transfer.sent': { transfer: uuid, to: uuid, items: count },
  /** The other home says what of it came and what did not; what came is handed over in the same command. Its author is the server. */
  'transfer.confirmed': { transfer: uuid, to: uuid, arrived: count, missing: count },
  /** In the record of the home to which it came: what came is held there from this command on. */
  'transfer.answered': { transfer: uuid, from: uuid, arrived: count, missing: count },
  /** It goes nowhere: what nobody has confirmed was put back. */
  'transfer.cancelled': { transfer: uuid, to: uuid },
} as const;
