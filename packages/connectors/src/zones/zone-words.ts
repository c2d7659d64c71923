/** Letters that people write behind a time. */
export interface ZoneWord {
  /** The IANA zone whose clocks they mean. */
  readonly zone: string;
  /** Minutes ahead of UTC by the letter; undefined where they leave open whether it is summer. */
  readonly offset?: number;
}

const table = `
ET America/New_York
EST America/New_York -300
EDT America/New_York -240
CT America/Chicago
CST America/Chicago -360
CDT America/Chicago -300
MT America/Denver
MST America/Denver -420
MDT America/Denver -360
PT America/Los_Angeles
PST America/Los_Angeles -480
PDT America/Los_Angeles -420
AKT America/Anchorage
AKST America/Anchorage -540
AKDT America/Anchorage -480
HST Pacific/Honolulu -600
HT Pacific/Honolulu
AST America/Puerto_Rico -240
ADT America/Halifax -180
WET Europe/Lisbon 0
WEST Europe/Lisbon 60
BST Europe/London 60
CET Europe/Paris 60
CEST Europe/Paris 120
EET Europe/Athens 120
EEST Europe/Athens 180
JST Asia/Tokyo 540
AEST Australia/Sydney 600
AEDT Australia/Sydney 660
NZST Pacific/Auckland 720
NZDT Pacific/Auckland 780`;

const words: ReadonlyMap<string, ZoneWord> = new Map(
  table
    .trim()
    .split('\n')
    .map((row) => {
      const [letters = '', zone = '', offset] = row.split(' ');
      return [letters, offset === undefined ? { zone } : { zone, offset: Number(offset) }] as const;
    }),
);

/** Spelt out, as forms for events offer them: `Eastern Time (US & Canada)`, `Pacific Standard Time`. */
const spelt: Readonly<Record<string, string>> = {
  eastern: 'ET',
  central: 'CT',
  mountain: 'MT',
  pacific: 'PT',
  alaska: 'AKT',
  alaskan: 'AKT',
  hawaii: 'HT',
  hawaiian: 'HT',
  atlantic: 'AST',
};

/** What letters like `EST` or words like `Eastern Time` mean; undefined where they are none that is known. */
export function zoneWordOf(text: string): ZoneWord | undefined {
  const letters = words.get(text.trim().toUpperCase());
  if (letters) return letters;
  const [, name = ''] =
    /^(?:us\s+)?([a-z]+)\s+(?:standard\s+|daylight\s+)?time(?:\s*\(.{0,30}\))?$/i.exec(text.trim()) ?? [];
  const key = name.toLowerCase();
  return Object.hasOwn(spelt, key) ? words.get(spelt[key] ?? '') : undefined;
}
