import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Action, Campaign } from '@huddlekit/contract';
import { peopleTakingPart } from '../people/counted.ts';
import type { ReadConnection } from '../storage/storage.ts';
import { CampaignFile, emptyCampaign, localize } from './campaign-file.ts';

/** Path of the campaign's file in a data folder. */
export function campaignPath(dataFolder: string): string {
  return join(dataFolder, 'campaign.json');
}

/**
 * Reads the campaign of a data folder, or an empty one where there is none.
 * @throws Error that names the key and the repair.
 */
export function loadCampaign(dataFolder: string): CampaignFile {
  const file = campaignPath(dataFolder);
  return existsSync(file) ? readCampaign(file) : emptyCampaign;
}

/** Reads any campaign file. @throws Error that names the key and the repair. */
export function readCampaign(file: string): CampaignFile {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file} is not JSON: ${(error as Error).message}`, { cause: error });
  }
  const parsed = CampaignFile.safeParse(content);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => {
    const keys =
      issue.code === 'unrecognized_keys' ? `: take out ${issue.keys.join(', ')}` : `: ${issue.message}`;
    return `  ${issue.path.join('.') || '(top)'}${keys}`;
  });
  throw new Error(`${file} doesn’t fit:\n${lines.join('\n')}`);
}

/** Puts a campaign in place at once, so that a crash leaves the old file or the new one. */
export function writeCampaign(dataFolder: string, campaign: unknown): void {
  const file = campaignPath(dataFolder);
  writeFileSync(`${file}.new`, `${JSON.stringify(campaign, null, 2)}\n`, { flush: true });
  renameSync(`${file}.new`, file);
}

/** The campaign as the wire shows it, in one language. */
export async function publicCampaign(
  campaign: CampaignFile,
  read: ReadConnection,
  { now, language, baseUrl }: { now: number; language?: string | undefined; baseUrl: string },
): Promise<Campaign> {
  const people = await peopleTakingPart(read);
  const words = (text: Parameters<typeof localize>[0]): string => localize(text, language);
  const link = (url: string | undefined): string | null => (url ? new URL(url, `${baseUrl}/`).href : null);
  return {
    slug: campaign.slug,
    title: words(campaign.title),
    summary: words(campaign.summary),
    isSample: campaign.isSample,
    goals: campaign.goals.map(words),
    goal: campaign.goal ?? null,
    progress: { count: people, asOf: new Date(now).toISOString() },
    actions: campaign.actions.map((action) => ({
      number: action.number,
      title: words(action.title),
      summary: words(action.summary),
      startDate: action.startDate ?? null,
      endDate: action.endDate ?? null,
      status: actionStatus(action, now),
      url: link(action.url),
      kinds: action.kinds,
    })),
    trainings: campaign.trainings.map(({ id, title, number }) => ({ id, title: words(title), number })),
    links: {
      toolkit: link(campaign.links.toolkit),
      safety: link(campaign.links.safety),
      overview: link(campaign.links.overview),
      privacy: link(campaign.links.privacy ?? '/privacy'),
    },
    commitments: campaign.commitments.map(({ id, version, text, url }) => ({
      id,
      version,
      text: words(text),
      url: link(url),
    })),
    organizations: campaign.organizations.map(({ id, name, url, asks, version }) => ({
      id,
      name,
      url: link(url),
      asks,
      version,
    })),
  };
}

function actionStatus(
  { startDate, endDate }: { startDate?: string | undefined; endDate?: string | undefined },
  now: number,
): Action['status'] {
  if (endDate && Date.parse(endDate) <= now) return 'done';
  return startDate && Date.parse(startDate) > now ? 'next' : 'current';
}
