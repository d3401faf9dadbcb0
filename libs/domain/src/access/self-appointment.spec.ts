import { confirmBy, refuseSelfAppointment, refuseSelfConfirmation } from './self-appointment.ts';

test('nobody appoints himself while somebody else could, and nobody confirms himself', () => {
  const no = { kind: 'self-appointment' };
  expect(refuseSelfAppointment('a', 'a', 1)).toEqual(no);
  expect(refuseSelfAppointment('a', 'a', 0)).toBeNull();
  expect(refuseSelfAppointment('a', 'b', 1)).toBeNull();
  expect(refuseSelfConfirmation('a', 'a')).toEqual(no);
  expect(refuseSelfConfirmation('a', 'b')).toBeNull();
});

test.each([
  ['a Thursday', '2026-11-19', '2026-11-20'],
  ['a Friday', '2026-11-20', '2026-11-23'],
  ['a Saturday', '2026-11-21', '2026-11-23'],
  ['a Sunday', '2026-11-22', '2026-11-23'],
])('what was made on %s is confirmed by the next working day', (_, made, by) => expect(confirmBy(made)).toBe(by));
