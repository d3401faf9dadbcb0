import type { Leaf } from '../leaf.ts';
import { logName } from '../leaf.ts';

export const FACILITY = '0198a3c0-0000-4000-8000-00000000f001';
export const LOG = logName(FACILITY, 'custody');

/** aCheckOut is entry 123 of a facility: an outpatient visit, staff goes with the resident. */
export function aCheckOut(with_: Partial<Extract<Leaf, { type: 'item.checked-out' }>> = {}): Leaf {
  return {
    actor: 'staff:0198a3c0-0000-4000-8000-00000000a001',
    auth: 'badge',
    authAge: 42,
    behind: 0,
    command: '0198a3c0-0000-4000-8000-00000000c001',
    corrects: null,
    device: '0198a3c0-0000-4000-8000-00000000d001',
    facts: {
      holder: 'staff:0198a3c0-0000-4000-8000-00000000a001',
      purpose: 'outpatient',
      dueBackAt: '2026-11-22T08:00:00.000Z',
      contact: null,
      sheet: null,
    },
    item: '0198a3c0-0000-4000-8000-00000000e001',
    log: LOG,
    occurredAt: null,
    part: 0,
    parts: 1,
    prior: 17,
    private: 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=',
    recordedAt: '2026-11-21T22:41:25.123Z',
    resident: '0198a3c0-0000-4000-8000-00000000b001',
    seq: 123,
    type: 'item.checked-out',
    v: 1,
    ...with_,
  };
}
