/** Guests one facilitator can serve well: the campaign asks for one per 10-15. */
export const guestsPerFacilitator = 15;

/** The least number of facilitators, the host among them: one per 10-15 guests. */
export function facilitatorsFor(guests: number): number {
  return Math.max(1, Math.ceil(guests / guestsPerFacilitator));
}
