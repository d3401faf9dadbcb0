import * as z from 'zod';
import { freeText } from './fields.ts';

const emergency = z.looseObject({ purpose: z.literal('emergency'), holder: z.unknown() });
const crew = z.looseObject({ relation: z.literal('ambulance'), name: z.string() });
const keepable = freeText(60);

/**
 * withoutEmergencyText is the body of a check-out as it came, but for a 救急 without note and destination: an ambulance asks for no
 * text, and what is not kept is not judged. A name of the crew that may not be kept is left out as well.
 */
export function withoutEmergencyText(body: unknown): unknown {
  const order = emergency.safeParse(body);
  if (!order.success) return body;
  const told = crew.safeParse(order.data.holder);
  const nameless = told.success && !keepable.safeParse(told.data.name).success;
  return { ...order.data, note: null, destination: null, ...(nameless && { holder: { ...told.data, name: '' } }) };
}
