import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from '@huddlekit/contract';
import { createAdmission, type Admission, type AdmissionParts } from './admission/admission.ts';
import { createAttendanceService, type AttendanceService } from './attendances/attendance-service.ts';
import type { CampaignFile } from './campaign/campaign-file.ts';
import { campaignPath, loadCampaign } from './campaign/campaign.ts';
import { createEventService, type EventService } from './events/event-service.ts';
import { createHostingService, type HostingService } from './events/hosting-service.ts';
import { createPeopleService, type PeopleService } from './people/people-service.ts';
import { createOutbox, type Outbox, type OutboxWrite } from './mail/outbox.ts';
import { createIndexService, type IndexService } from './pins/index-service.ts';
import { openPlaces } from './places/places.ts';
import type { HomePoint } from './privacy/home-cells.ts';
import { loadKeys } from './privacy/keys.ts';
import { createTokens, type Tokens } from './privacy/tokens.ts';
import { createVault, type Vault } from './privacy/vault.ts';
import { createReviewService, type ReviewService } from './review/review-service.ts';
import { createLimits, type Limits } from './server/limits.ts';
import type { Settings } from './settings.ts';
import { openSqliteStorage } from './storage/sqlite/sqlite-storage.ts';
import type { Storage } from './storage/storage.ts';

/** ZIPs and towns with their points; read-only. */
export interface Places {
  /** The best matches for a ZIP or the beginning of a name, at most `limit`. */
  search(words: string, limit: number): Place[];
  /** The middle of a ZIP of a country. */
  postalCode(code: string, country: string): Place | undefined;
  /** Whether a town of 5,000 people or more lies within a distance in metres. */
  populatedWithin(latitude: number, longitude: number, metres: number): boolean;
  /** The IANA zone at a point. */
  timezoneAt(latitude: number, longitude: number): string;
  close(): void;
}

/** Everything a running hub is made of; one per process. */
export interface Hub {
  readonly settings: Settings;
  readonly storage: Storage;
  readonly vault: Vault;
  readonly tokens: Tokens;
  readonly places: Places;
  readonly campaign: () => CampaignFile;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly events: EventService;
  readonly attendances: AttendanceService;
  readonly hosting: HostingService;
  readonly review: ReviewService;
  readonly people: PeopleService;
  readonly outbox: Outbox;
  /** How often strangers may do what costs somebody else's time. */
  readonly limits: Limits;
  /** Whose writes are taken. */
  readonly admission: Admission;
  /** Pins and counts of the public events. */
  readonly index: IndexService;
  /** Whether the data folder holds a campaign or any event. */
  hasData(): Promise<boolean>;
  /** Takes a campaign that has changed on disk. */
  reloadCampaign(): void;
  close(): Promise<void>;
}

/** Options that tests use to see that a guard is needed. */
export interface HubOptions {
  readonly now?: () => number;
  /** `outside` counts the seats before the transaction, which oversells under load. */
  readonly seatCheck?: 'inside' | 'outside';
  /** `outside` compares versions before the transaction, which loses changes made at the same time. */
  readonly versionCheck?: 'inside' | 'outside';
  /** `off` makes every verified event public, whatever the campaign says. */
  readonly approvalCheck?: 'on' | 'off';
  /** Runs between a check and its effect, to widen the gap. */
  readonly pause?: () => Promise<void>;
  /** `off` commits each write for itself. */
  readonly groupCommit?: 'on' | 'off';
  /** What the public sees of a home’s point; what isn’t `kept` gives more away with each event. */
  readonly homePoint?: HomePoint;
  /** `unchecked` shows the address of a home to every guest whom a mailed link has brought. */
  readonly addressRule?: 'checked' | 'unchecked';
  /** `after-effect` stores a mail in a transaction of its own, which loses it where the hub is killed before. */
  readonly outboxWrite?: OutboxWrite;
  /** `open` takes what anybody sends, without proof of work and however often. */
  readonly admission?: AdmissionParts['admission'];
}

/** Opens the data folder. @throws Error that names the file and the repair. */
export function openHub(
  settings: Settings,
  {
    now = Date.now,
    seatCheck = 'inside',
    versionCheck = 'inside',
    approvalCheck = 'on',
    pause = () => Promise.resolve(),
    groupCommit = 'on',
    homePoint = 'kept',
    addressRule = 'checked',
    outboxWrite = 'with-effect',
    admission = 'checked',
  }: HubOptions = {},
): Hub {
  const keys = loadKeys(settings.dataFolder);
  const vault = createVault(keys);
  const tokens = createTokens(keys);
  let campaign = loadCampaign(settings.dataFolder);
  const places = openPlaces(settings.placesFile);
  const database = join(settings.dataFolder, 'hub.sqlite');
  const storage = openSqliteStorage(database, { groupCommit });
  const index = createIndexService(database, now);
  const outbox = createOutbox(storage, vault, now, outboxWrite);
  const open = { settings, storage, vault, tokens, places, outbox, now, campaign: () => campaign };
  const parts: HubParts = { ...open, homePoint, addressRule };
  const limits = createLimits(settings, now);
  const review = createReviewService(parts);
  return {
    ...open,
    index,
    limits,
    admission: createAdmission({ ...parts, limits, keys: review.keys, admission }),
    events: createEventService({ ...parts, versionCheck, approvalCheck, pause }),
    review,
    people: createPeopleService(parts),
    hosting: createHostingService(parts),
    attendances: createAttendanceService({ ...parts, seatCheck, versionCheck, pause }),
    async hasData() {
      if (existsSync(campaignPath(settings.dataFolder))) return true;
      const event = await storage.read.selectFrom('events').select('id').limit(1).executeTakeFirst();
      return event !== undefined;
    },
    reloadCampaign() {
      campaign = loadCampaign(settings.dataFolder);
    },
    async close() {
      places.close();
      await index.close();
      await storage.close();
    },
  };
}

/** What the services are built from. */
export type HubParts = Pick<
  Hub,
  'settings' | 'storage' | 'vault' | 'tokens' | 'places' | 'outbox' | 'now' | 'campaign'
> &
  Required<Pick<HubOptions, 'homePoint' | 'addressRule'>>;
