const eastern = 'America/New_York';
const central = 'America/Chicago';
const mountain = 'America/Denver';
const pacific = 'America/Los_Angeles';

/** The zone in which most people of a US state live. */
const states: Readonly<Record<string, string>> = {
  AK: 'America/Anchorage',
  AL: central,
  AR: central,
  AS: 'Pacific/Pago_Pago',
  AZ: 'America/Phoenix',
  CA: pacific,
  CO: mountain,
  CT: eastern,
  DC: eastern,
  DE: eastern,
  FL: eastern,
  GA: eastern,
  GU: 'Pacific/Guam',
  HI: 'Pacific/Honolulu',
  IA: central,
  ID: 'America/Boise',
  IL: central,
  IN: 'America/Indiana/Indianapolis',
  KS: central,
  KY: eastern,
  LA: central,
  MA: eastern,
  MD: eastern,
  ME: eastern,
  MI: 'America/Detroit',
  MN: central,
  MO: central,
  MP: 'Pacific/Saipan',
  MS: central,
  MT: mountain,
  NC: eastern,
  ND: central,
  NE: central,
  NH: eastern,
  NJ: eastern,
  NM: mountain,
  NV: pacific,
  NY: eastern,
  OH: eastern,
  OK: central,
  OR: pacific,
  PA: eastern,
  PR: 'America/Puerto_Rico',
  RI: eastern,
  SC: eastern,
  SD: central,
  TN: central,
  TX: central,
  UT: mountain,
  VA: eastern,
  VI: 'America/St_Thomas',
  VT: eastern,
  WA: pacific,
  WI: central,
  WV: eastern,
  WY: mountain,
};

/** The zone of a state, by its postal code; undefined for what isn’t one. */
export function zoneOfState(state: string): string | undefined {
  return Object.hasOwn(states, state) ? states[state] : undefined;
}
