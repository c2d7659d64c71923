/** A list without events. */
export const empty = {
  hostTitle: 'Be the first to host a huddle in {place}',
  hostTitleHere: 'Be the first to host a huddle here',
  hostText:
    'A table, a few chairs, ninety minutes. You get the guide and an agenda. Your address stays private.',
  host: 'Host a huddle',
  searchWithin: 'Search within {distance}',
  filteredTitle: 'Nothing matches these filters',
  filteredText: 'Take a filter away to see more events.',
  clearFilters: 'Clear filters',
} as const;
