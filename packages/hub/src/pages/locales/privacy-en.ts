/** Words of the page on privacy. Lengths of time come from the code that keeps to them. */
export const privacyEn = {
  privacyTitle: 'Privacy',
  privacyNot:
    'No account, no tracking, and no cookies for visitors. These pages and the widgets ask nobody but this hub for anything.',
  privacyAsOf: 'This page is made from how this hub is set up now.',
  privacyWhoTitle: 'Who answers for this',
  privacyWho: '{name} runs this hub.',
  privacyNoContact: 'No address was given here; ask whoever brought you to this page.',
  privacyKeptTitle: 'What is kept, and for how long',
  privacyGuests: 'When you come',
  privacyGuestsText:
    'Your name, your e-mail and, if you give them, your phone, ZIP and what you need to take part, all encrypted. Beside it, readable: which event, how many guests, your language and time zone, which link brought you, what you agreed to and whom you allowed to write. Erased {time} after the event, or after the last recording of a series. A hash without a name stays in the count until the campaign ends.',
  privacyHosts: 'When you host',
  privacyHostsText:
    'Your name, e-mail and phone and those of co-hosts, encrypted. The text of the event and the name you show are public once the event is.',
  privacyHome: 'The address of a home',
  privacyHomeText:
    'Apart from the rest, encrypted. Everybody sees an area or a town. Its host sees it, and confirmed guests do on the page behind the link in their mail; each look is written down.',
  privacyReports: 'When you report an event',
  privacyReportsText: 'Your words and your e-mail, if you give it, encrypted, for the moderators.',
  privacyNoEnd:
    'Where no time is named here, it stays until {name} takes it out; you may ask for that at any time.',
  privacyMailsWaiting: 'Mails to you',
  privacyMailsWaitingText:
    'Encrypted while they wait. What they say is erased here once they are handed over; that one went out, and a keyed hash of its mailbox, after {time}.',
  privacyMailsOnDisk: 'Written as files on this machine, where they stay until they are deleted.',
  privacyLinkToConfirm: 'The link to confirm an event',
  privacyLinkToConfirmText: 'Works for {time}, and once.',
  privacySends: 'A mark of each form sent',
  privacySendsText:
    'A keyed hash, so that a form sent twice counts once, with the ids of what came of it. Erased after {time}.',
  privacyNetwork: 'Your network address',
  privacyNetworkText:
    'Never written down. Where a report or a sign-in is sent, it is counted in memory, to stop floods, and ceases to count within {time}.',
  privacyModerators: 'When you moderate',
  privacyModeratorsText:
    'Your e-mail, encrypted. A mailed link works for {link}; the cookie that then keeps you signed in, for {session}.',
  privacyRecord: 'A record of acts',
  privacyRecordText:
    'Who did what to which event or place, by role and id, without names or mails. The log of requests has no addresses, links or names.',
  privacyLockTitle: 'How it is locked',
  privacyLock:
    'With AES-256-GCM, each entry bound to its place. E-mails are found by a keyed hash. The keys lie in a file of their own, not in the database: from a copy of the database alone, what is encrypted can’t be read.',
  privacyBackups:
    'Backups are {name}’s. A backup that holds the database and the keys can be read by whoever has both; they belong in two places.',
  privacyShareTitle: 'Who else gets something',
  privacyEverybody: 'Everybody',
  privacyEverybodyText:
    'Public events: in lists, on the map and in the feeds for calendars and other sites. Never an e-mail, a phone or the name of a guest.',
  privacyReaders: 'Moderators',
  privacyReadersByHand:
    'Read each event before it is public, and each change of it. They see no address of a home.',
  privacyReadersTrusted:
    'Read the events of hosts that they don’t trust yet before those are public. They see no address of a home.',
  privacyReadersAll:
    'Events are public as soon as their host has confirmed them; moderators act on reports. They see no address of a home.',
  privacyOrganizations: 'Organizations',
  privacyShareNone: 'None. No organization is named in this campaign’s form.',
  privacyShare: 'Only those that you tick yourself, and only what you tick:',
  privacyEmail: 'e-mail',
  privacySms: 'text messages',
  privacyMail: 'The mail server',
  privacyMailSmtp:
    '{host}, which the organizer chose, carries the mails and so sees to whom they go and what they say.',
  privacyMailFile: 'None. This hub sends no mail.',
  privacyTrial: 'It has no public address: it is a trial on somebody’s own machine.',
  privacyAskTitle: 'See, correct, erase',
  privacyAsk:
    'With the link in your mail you see what you gave, change it, or cancel. Canceling gives the place back; it doesn’t erase what you typed.',
  privacyErase:
    'To have it erased, or to ask for a copy, write to {name} from the same mailbox, at the address above, and name the event.',
  privacyOwn: 'Read the organizer’s own privacy notice',
} as const;
