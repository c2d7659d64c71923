/** The words of the wire, apart from the schemas that use them. */

export const eventKinds = [
  'huddle',
  'gathering',
  'training',
  'rally',
  'meeting',
  'house-party',
  'canvass',
  'phone-bank',
  'text-bank',
  'volunteer',
  'fundraiser',
  'other',
] as const;
export const eventStatuses = ['pending', 'confirmed', 'cancelled', 'rejected'] as const;
export const locationKinds = ['home', 'community', 'online'] as const;
export const locationPrecisions = ['exact', 'area', 'locality', 'hidden'] as const;
export const addressReleases = ['confirmed', '24h', 'approval'] as const;
export const rsvpModes = ['native', 'link', 'none'] as const;
/** The id under which a person's consent names whoever hosts the event; no organization has it. */
export const hostConsent = 'host';
/** Why somebody reports an event. */
export const reportReasons = ['unsafe', 'fake', 'hateful', 'private-address', 'spam', 'other'] as const;
/** Why the hub itself points the moderators to an event. */
export const alarmReasons = ['filling-fast'] as const;
/** What a moderator is pointed to. */
export const reviewFlagKinds = ['street-address', 'look-alike', 'duplicate', 'reported'] as const;

export type EventKind = (typeof eventKinds)[number];
export type LocationKind = (typeof locationKinds)[number];
export type LocationPrecision = (typeof locationPrecisions)[number];
export type RsvpMode = (typeof rsvpModes)[number];
export type ReportReason = (typeof reportReasons)[number];
export type AlarmReason = (typeof alarmReasons)[number];
export type ReviewFlagKind = (typeof reviewFlagKinds)[number];
