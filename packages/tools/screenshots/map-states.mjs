/** The map in each of its states, against a hub with the sample campaign. */

const map = (page) => page.locator('huddle-map');

async function search(page, words) {
  await map(page).getByRole('combobox').first().fill(words);
  await map(page).getByRole('option').filter({ hasText: words }).first().click();
  await map(page)
    .getByRole('status')
    .filter({ hasText: words.split(',')[0] })
    .waitFor();
}

async function showFilters(page) {
  const toggle = map(page).locator('.filters-button');
  if (await toggle.isVisible()) await toggle.click();
}

async function showMap(page) {
  const choice = map(page).locator('.switch button').last();
  if (await choice.isVisible()) await choice.click();
  await map(page).locator('.mark').first().waitFor();
}

const problem = JSON.stringify({
  type: 'about:blank',
  title: 'No',
  status: 503,
  code: 'internal',
  requestId: '01JD-7Q4K',
});
const headers = { 'access-control-allow-origin': '*', 'content-type': 'application/problem+json' };

const states = [
  { name: 'list', act: async () => undefined },
  // The hub never answers.
  { name: 'skeleton', before: (page) => page.route('**/v1/**', () => undefined) },
  {
    name: 'error',
    before: (page) =>
      page.route('**/v1/**', (route) => route.fulfill({ status: 503, headers, body: problem })),
    act: (page) => map(page).getByRole('alert').waitFor(),
  },
  { name: 'near', act: (page) => search(page, 'Chicago') },
  {
    name: 'selected',
    async act(page) {
      await search(page, 'Chicago');
      await map(page).locator('button.card-link').first().click();
      await map(page).locator('.popup').waitFor();
    },
  },
  { name: 'map', act: showMap },
  { name: 'nothing-near', act: (page) => search(page, 'Glasgow, MT') },
  {
    name: 'filters',
    async act(page) {
      await showFilters(page);
      await map(page).locator('[data-menu=dates] .chip').first().click();
    },
  },
  {
    name: 'suggestions',
    async act(page) {
      await map(page).getByRole('combobox').first().fill('Spring');
      await map(page).getByRole('option').nth(1).waitFor();
      await map(page).getByRole('combobox').first().press('ArrowDown');
    },
  },
  {
    name: 'my-location',
    async act(page) {
      await map(page).locator('.locate').click();
      await map(page).locator('.distance').first().waitFor();
    },
  },
  {
    name: 'offline',
    async act(page) {
      await page.context().setOffline(true);
      await map(page).locator('.offline').waitFor();
    },
  },
  {
    name: 'source-failed',
    attributes: 'source="hub feed:http://127.0.0.1:9/calendar.ics"',
    act: (page) => map(page).locator('.missing').waitFor(),
  },
];

/** Each state of the map, as an element to photograph. */
export const mapStates = states.map((state) => ({ ...state, name: `map-${state.name}`, tag: 'huddle-map' }));

/** Widths, themes and media that every state is seen in; 320 pixels are 1280 at four times the size. */
export const mapModes = [
  { name: 'light', width: 1100, fullPage: false },
  { name: 'dark', width: 1100, colorScheme: 'dark', fullPage: false },
  { name: 'es', width: 1100, lang: 'es', fullPage: false },
  { name: 'forced', width: 1100, colorScheme: 'dark', forcedColors: 'active', fullPage: false },
  { name: '700', width: 700, fullPage: false },
  { name: '360', width: 360, fullPage: false },
  { name: '320', width: 320, height: 256, fullPage: false },
  { name: 'print', width: 700, media: 'print' },
];
