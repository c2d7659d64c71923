import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** How one hub runs; read once at start from the environment. */
export interface Settings {
  readonly port: number;
  /** Address the socket binds to: every interface when the hub has a public address, else this machine only. */
  readonly host: string;
  /** Public address without a trailing slash. */
  readonly baseUrl: string;
  /** True when the operator gave the public address, so this isn't a trial on one's own machine. */
  readonly isPublic: boolean;
  /** Folder of database, keys, campaign and mails. */
  readonly dataFolder: string;
  /** Folder of the script-tag bundle and the base map. */
  readonly publicFolder: string;
  /** The read-only database of ZIPs and towns. */
  readonly placesFile: string;
  readonly smtpUrl: string | undefined;
  /** Sender of mails. */
  readonly mailFrom: string;
  /** Proxies in front of the hub whose forwarding headers are believed. */
  readonly trustedProxies: number;
  /** Hashes that a proof of work takes at most while nobody presses; half of it on average. */
  readonly proofWork: number;
  /** RSVPs and new events that one network may send an hour; a school, or a carrier's customers, may share one. */
  readonly sendsPerNetwork: number;
}

/**
 * Reads the settings from environment variables.
 * @throws Error that names the variable and the repair.
 */
export function settingsFrom(environment: Readonly<Record<string, string | undefined>>): Settings {
  const port = whole(environment['PORT'] ?? '8787', 'PORT', 1, 65_535);
  const base = environment['HUDDLEKIT_BASE_URL'];
  if (base !== undefined && !/^https?:\/\/[^\s/]+/.test(base)) {
    throw new Error('HUDDLEKIT_BASE_URL must be an address like https://hub.example.org');
  }
  const baseUrl = (base ?? `http://localhost:${String(port)}`).replace(/\/+$/, '');
  const smtpUrl = environment['SMTP_URL'];
  if (smtpUrl !== undefined && !/^smtps?:\/\//.test(smtpUrl)) {
    throw new Error('SMTP_URL must begin with smtp:// or smtps://');
  }
  const ownFolder = new URL('../', import.meta.url);
  return {
    port,
    host: base === undefined ? 'localhost' : '0.0.0.0',
    baseUrl,
    isPublic: base !== undefined,
    dataFolder: resolve(environment['HUDDLEKIT_DATA'] ?? 'data'),
    publicFolder: fileURLToPath(new URL('public/', ownFolder)),
    placesFile: fileURLToPath(new URL('data/places.sqlite', ownFolder)),
    smtpUrl,
    mailFrom: environment['HUDDLEKIT_MAIL_FROM'] ?? `events@${new URL(baseUrl).hostname}`,
    trustedProxies: whole(
      environment['HUDDLEKIT_TRUSTED_PROXIES'] ?? '0',
      'HUDDLEKIT_TRUSTED_PROXIES',
      0,
      10,
    ),
    proofWork: whole(environment['HUDDLEKIT_PROOF_WORK'] ?? '80000', 'HUDDLEKIT_PROOF_WORK', 1, 100_000_000),
    sendsPerNetwork: whole(
      environment['HUDDLEKIT_SENDS_PER_NETWORK'] ?? '600',
      'HUDDLEKIT_SENDS_PER_NETWORK',
      1,
      1_000_000,
    ),
  };
}

function whole(value: string, name: string, minimum: number, maximum: number): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < minimum || number > maximum) {
    throw new Error(`${name} must be a whole number from ${String(minimum)} to ${String(maximum)}`);
  }
  return number;
}
