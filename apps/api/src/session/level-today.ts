/** LEVEL_TODAY is the level of the appointment that is valid on a day; two `?` for that day. */
export const LEVEL_TODAY = `(SELECT level FROM appointment WHERE appointment.staff_id = staff.id AND from_day <= ?
  AND (to_day IS NULL OR to_day >= ?) ORDER BY from_day DESC LIMIT 1)`;
