/** Texts that stand nowhere else, so that finding one says where it came from. */
export const canaries = {
  hostFamilyName: 'Zimmerquist-Qorvane',
  hostEmail: 'rosa.qorvane@zimmerquist.example',
  hostPhone: '+1 312 555 0187',
  street: '2417 Quillfeather Avenue',
  venue: 'The Vexbury blue bungalow',
  nextStreet: '9 Sparrowgate Lane',
  coHostName: 'Ottokar Pflimbeck',
  coHostEmail: 'ottokar@pflimbeck.example',
  guestGivenName: 'Maribelinda',
  guestFamilyName: 'Okaforescu',
  guestEmail: 'maribelinda@okaforescu.example',
  guestPhone: '+1 773 555 0142',
  guestNeeds: 'Wheelchair Xylander with a ramp of 80 cm',
  messageToGuests: 'The spare key lies under the Grumbacher gnome',
  invitedName: 'Wilhelmina Strudwick',
  invitedEmail: 'wilhelmina@strudwick.example',
  strangerEmail: 'xanthe@strangeways.example',
} as const;

export type CanaryName = keyof typeof canaries;

/** Names of the canaries that some bytes hold: as text in any case, in UTF-16, percent-encoded, in hex or base64. */
export function canariesIn(bytes: Uint8Array | string): CanaryName[] {
  const text = Buffer.from(bytes).toString('latin1').toLowerCase();
  return (Object.keys(canaries) as CanaryName[]).filter((name) =>
    formsOf(canaries[name]).some((form) => text.includes(form.toLowerCase())),
  );
}

function formsOf(canary: string): string[] {
  const bytes = Buffer.from(canary);
  // Base64 writes the same bytes in three ways, by where they begin; the ends depend on what is beside.
  const base64 = [0, 1, 2].flatMap((before) =>
    (['base64', 'base64url'] as const).map((encoding) =>
      Buffer.concat([Buffer.alloc(before), bytes])
        .toString(encoding)
        .slice(4, -4),
    ),
  );
  return [
    bytes.toString('latin1'),
    Buffer.from(canary, 'utf16le').toString('latin1'),
    encodeURIComponent(canary),
    canary.replaceAll(' ', '+'),
    bytes.toString('hex'),
    ...base64,
  ];
}
