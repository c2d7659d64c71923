import type { Training } from '@huddlekit/contract';
import type { IncomingEvent } from '../events/event-import.ts';
import type { Hub } from '../hub.ts';
import { localize, type CampaignFile } from './campaign-file.ts';

/** Source system of the events that the campaign file itself defines. */
export const campaignSystem = 'campaign';

type TrainingEntry = CampaignFile['trainings'][number];

/** Brings the events of the training series in line with the campaign file; what it no longer names is cancelled. */
export async function publishTrainings(hub: Pick<Hub, 'campaign' | 'events'>): Promise<void> {
  const campaign = hub.campaign();
  const { trainings } = campaign;
  await hub.events.importEvents(
    trainings.map((training) => trainingEvent(campaign, training)),
    { rsvp: 'native', reopen: true },
  );
  const ids = new Set(trainings.map(({ id }) => id));
  for (const event of await hub.events.ofSource(campaignSystem)) {
    if (!ids.has(event.source.id)) await hub.events.cancel(event.id, 'campaign');
  }
}

/** The series in order. The link to join is for registrants and stays out. */
export async function listTrainings({
  campaign,
  events,
}: Pick<Hub, 'campaign' | 'events'>): Promise<Training[]> {
  const entries = new Map(campaign().trainings.map((training) => [training.id, training]));
  const found = await events.ofSource(campaignSystem);
  return found
    .flatMap((event) => {
      const entry = entries.get(event.source.id);
      return entry ? [{ number: entry.number, training: { ...event, ...extrasOf(entry) } }] : [];
    })
    .sort((a, b) => a.number - b.number)
    .map(({ training }) => training);
}

function extrasOf({ join, recording }: TrainingEntry): Pick<Training, 'join' | 'recording'> {
  return {
    join: join ? { opensAt: join.opensAt, url: null } : null,
    recording: recording
      ? {
          url: recording.url,
          duration: recording.duration ?? null,
          publishedAt: recording.publishedAt ?? null,
          views: recording.views ?? null,
        }
      : null,
  };
}

function trainingEvent({ slug, trainings, organizer }: CampaignFile, training: TrainingEntry): IncomingEvent {
  const { id, number, title, summary, description, startDate, endDate, timezone, languages, captions } =
    training;
  return {
    kind: 'training',
    title: localize(title),
    summary: localize(summary),
    description: localize(description),
    sponsor: { id: null, name: organizer.name, url: organizer.url ?? null },
    hostName: null,
    timezone,
    timeslots: [{ startDate, endDate, allDay: false, capacity: training.capacity ?? null }],
    location: null,
    isVirtual: true,
    languages,
    accessibility: { wheelchair: null, asl: null, captions, notes: null },
    capacity: training.capacity ?? null,
    guestsPerRsvp: 0,
    links: { toolkit: null, safety: null, overview: null },
    tags: [],
    browserUrl: null,
    source: { system: campaignSystem, id, organization: null, url: null },
    series: { id: slug, number, of: trainings.length },
  };
}
