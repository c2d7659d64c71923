/** Whether a country is named as the United States. */
export function isUnitedStates(country: string): boolean {
  return /^(US|USA|U\.S\.|U\.S\.A\.|United States|United States of America|Estados Unidos|EE\.? ?UU\.?)$/i.test(
    country.trim(),
  );
}
