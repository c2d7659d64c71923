export interface ActionNetworkLocation {
  readonly venue?: string;
  readonly address_lines?: readonly string[];
  readonly locality?: string;
  readonly region?: string;
  readonly postal_code?: string;
  readonly country: string;
  readonly language: string;
  readonly location?: {
    readonly latitude: number | null;
    readonly longitude: number | null;
    readonly accuracy?: 'Rooftop' | 'Approximate';
  };
}

/** An event as Action Network writes it, but for its links. */
export interface ActionNetworkEvent {
  /** `system:id`; the uuid after `action_network:` names the event in addresses. */
  readonly identifiers: readonly string[];
  /** True UTC, as `modified_date`. */
  readonly created_date: string;
  readonly modified_date: string;
  readonly origin_system: string;
  /** For those who administer it; `title` is the public one. */
  readonly name?: string;
  readonly title: string;
  /** HTML. */
  readonly description: string;
  /** HTML for those who come. */
  readonly instructions: string;
  readonly browser_url?: string;
  readonly featured_image_url?: string;
  /** What clocks at the event's place show, written with a `Z` that isn't true, as `end_date`. */
  readonly start_date?: string;
  readonly end_date?: string;
  readonly status: 'confirmed' | 'tentative' | 'cancelled';
  readonly visibility: 'public' | 'private';
  readonly transparence: 'opaque' | 'transparent';
  readonly guests_can_invite_others: boolean;
  readonly capacity?: number;
  /** With the host. */
  readonly total_accepted: number;
  readonly reminders: readonly { readonly method: 'email'; readonly minutes: number }[];
  readonly tag_list: readonly string[];
  readonly location: ActionNetworkLocation | null;
  readonly 'action_network:hidden': boolean;
  readonly 'action_network:event_campaign_id'?: string;
  readonly 'action_network:sponsor': { readonly title: string; readonly browser_url: string };
}

/** What groups host events under. */
export interface ActionNetworkEventCampaign {
  readonly identifiers: readonly string[];
  readonly created_date: string;
  readonly modified_date: string;
  readonly origin_system: string;
  readonly title: string;
  readonly description: string;
  readonly host_pitch: string;
  readonly host_instructions: string;
  readonly browser_url: string;
  /** The public form to host. */
  readonly host_url: string;
  readonly total_events: number;
  readonly total_rsvps: number;
  readonly 'action_network:hidden': boolean;
  readonly 'action_network:sponsor': { readonly title: string; readonly url: string };
}

export interface ActionNetworkAttendance {
  readonly identifiers: readonly string[];
  readonly created_date: string;
  readonly modified_date: string;
  readonly status: 'accepted';
  readonly 'action_network:person_id': string;
  readonly 'action_network:event_id': string;
  readonly 'action_network:referrer_data': Readonly<Record<string, unknown>>;
}

/** The uuid by which addresses name an item; empty where the platform gave it none. */
export function idOf({ identifiers }: { readonly identifiers: readonly string[] }): string {
  const prefix = 'action_network:';
  return identifiers.find((identifier) => identifier.startsWith(prefix))?.slice(prefix.length) ?? '';
}
