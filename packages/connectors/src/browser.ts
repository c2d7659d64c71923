/** What pages need to read other systems. The schema of what comes out isn't here: it would bring all schemas along. */
export { convert, convertPages } from './convert.ts';
export { joinCopies } from './duplicates/join-copies.ts';
export { mobilizeEventsUrl, nextMobilizePage } from './mobilize/address.ts';
export { pagesOf } from './paging/pages.ts';
