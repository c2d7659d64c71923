const street =
  'street|st|avenue|ave|road|rd|boulevard|blvd|lane|ln|drive|dr|court|ct|place|pl|way|terrace|ter|circle|cir|parkway|pkwy|highway|hwy|square|sq|trail|alley';
const calle = 'calle|avenida|avda|carrera|paseo|camino|callejón|plaza';

/** How addresses are typed in the United States, in English and in Spanish, and the number of a flat. */
const forms: readonly RegExp[] = [
  new RegExp(String.raw`(?<!\p{L}|\d)\d{1,5}\p{L}?\s+(?:[\p{L}\d'’.-]+\s+){1,4}(?:${street})(?!\p{L})`, 'iu'),
  new RegExp(
    String.raw`(?<!\p{L})(?:${calle})\.?\s+(?:[\p{L}'’.-]+,?\s+){1,4}(?:#|n[úuo.º°]{1,3}m?\.?)?\s?\d{1,5}(?!\d)`,
    'iu',
  ),
  /(?<!\p{L})(?:apt|apartment|apto|unit)\.?\s?#?\s?\d{1,4}\p{L}?(?!\p{L}|\d)/iu,
];

/** Whether a text seems to tell a street address. It may err: it is a hint to a person. */
export function tellsStreetAddress(text: string): boolean {
  return forms.some((form) => form.test(text));
}
