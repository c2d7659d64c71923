import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from '@huddlekit/contract';

const secret = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));
const KeyFile = z.strictObject({
  field: secret,
  lookup: secret,
  token: secret,
  campaign: z.optional(secret),
});
type KeyFile = z.infer<typeof KeyFile>;

/** The hub's secrets, 32 random bytes each. They live beside the database and never in it. */
export interface Keys {
  /** Seals personal data. */
  readonly field: Buffer;
  /** Hashes e-mails and addresses for look-ups. */
  readonly lookup: Buffer;
  /** Signs links. */
  readonly token: Buffer;
  /** Hashes people for the campaign's count; ends with the campaign. */
  readonly campaign: Buffer;
}

/**
 * Reads `keys.json` of the data folder; the first start makes it. Without it sealed data can't be read again.
 * @throws Error when the file is damaged.
 */
export function loadKeys(dataFolder: string): Keys {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const file = join(dataFolder, 'keys.json');
  const kept = read(file, readOrCreate(file));
  const { field, lookup, token, campaign } = kept.campaign ? kept : withCampaignKey(file, kept);
  return { field: bytes(field), lookup: bytes(lookup), token: bytes(token), campaign: bytes(campaign ?? '') };
}

/** Puts another key in the place of the campaign's, whose hashes nobody can make again from then on. */
export function destroyCampaignKey(dataFolder: string): void {
  const file = join(dataFolder, 'keys.json');
  withCampaignKey(file, read(file, readFileSync(file, 'utf8')));
}

function read(file: string, text: string): KeyFile {
  const parsed = KeyFile.safeParse(JSON.parse(text));
  if (!parsed.success)
    throw new Error(`${file} is damaged. Put it back from your backup: sealed data needs it.`);
  return parsed.data;
}

function withCampaignKey(file: string, kept: KeyFile): KeyFile {
  const keys = { ...kept, campaign: newKey() };
  const temporary = `${file}.${newKey()}`;
  writeFileSync(temporary, JSON.stringify(keys), { mode: 0o600, flush: true });
  renameSync(temporary, file);
  return keys;
}

function newKey(): string {
  return randomBytes(32).toString('base64url');
}

function readOrCreate(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const temporary = `${file}.${newKey()}`;
  const keys: KeyFile = { field: newKey(), lookup: newKey(), token: newKey(), campaign: newKey() };
  writeFileSync(temporary, JSON.stringify(keys), { mode: 0o600, flush: true });
  try {
    // A link fails where the file has come meanwhile, so two processes starting at once end up with one set of keys.
    linkSync(temporary, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(temporary);
  }
  return readFileSync(file, 'utf8');
}

function bytes(value: string): Buffer {
  return Buffer.from(value, 'base64url');
}
