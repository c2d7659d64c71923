/** An organization as Mobilize writes it. The sets of `org_type` and `race_type` are open. */
export interface MobilizeOrganization {
  readonly id: number;
  readonly name: string;
  readonly slug: string;
  readonly is_coordinated: boolean;
  readonly is_independent: boolean;
  readonly is_primary_campaign: boolean;
  readonly race_type: string | null;
  readonly org_type: string;
  readonly state: string;
  readonly district: string;
  readonly candidate_name: string;
  readonly event_feed_url: string;
  /** Unix seconds, as all dates of Mobilize. */
  readonly created_date: number;
  readonly modified_date: number;
}

export interface MobilizeTimeslot {
  readonly id: number;
  readonly start_date: number;
  readonly end_date: number;
  readonly max_attendees: number | null;
  readonly is_full: boolean;
  /** For those who signed up: null without the owner's key. */
  readonly instructions: string | null;
}

export interface MobilizeLocation {
  readonly venue: string;
  readonly address_lines: readonly string[];
  readonly locality: string;
  readonly region: string;
  readonly country: string;
  readonly postal_code: string;
  /** Null, or with both members null, where geocoding failed; missing where the address is private. */
  readonly location?: { readonly latitude: number | null; readonly longitude: number | null } | null;
  readonly congressional_district: string | null;
  readonly state_leg_district: string | null;
  readonly state_senate_district: string | null;
}

export interface MobilizeContact {
  readonly name: string;
  readonly email_address: string;
  readonly phone_number: string;
  readonly owner_user_id: number;
}

/** An event as Mobilize shows it to its owner; others get it without what is private. */
export interface MobilizeEvent {
  readonly id: number;
  readonly title: string;
  /** Markdown or HTML. */
  readonly description: string;
  readonly summary: string;
  readonly featured_image_url: string;
  readonly high_priority: boolean | null;
  readonly sponsor: MobilizeOrganization;
  readonly timeslots: readonly MobilizeTimeslot[];
  readonly location: MobilizeLocation | null;
  /** IANA name, the same for all timeslots. */
  readonly timezone: string;
  readonly event_type: string;
  readonly browser_url: string;
  readonly created_date: number;
  readonly modified_date: number;
  readonly visibility: 'PUBLIC' | 'PRIVATE';
  readonly address_visibility: 'PUBLIC' | 'PRIVATE';
  readonly created_by_volunteer_host: boolean;
  readonly is_virtual: boolean;
  readonly virtual_action_url: string | null;
  readonly contact: MobilizeContact | null;
  readonly accessibility_status: 'ACCESSIBLE' | 'NOT_ACCESSIBLE' | 'NOT_SURE' | null;
  readonly accessibility_notes: string | null;
  readonly tags: readonly { readonly id: number; readonly name: string }[];
  readonly approval_status: 'APPROVED' | 'NEEDS_APPROVAL' | 'REJECTED' | 'NEEDS_HOST_VERIFICATION';
  readonly event_campaign: {
    readonly id: number;
    readonly slug: string;
    readonly event_create_page_url: string;
  } | null;
  readonly instructions: string | null;
}

/** A line of the deleted feed, with what decides who sees it. */
export interface DeletedMobilizeEvent {
  readonly id: number;
  readonly deleted_date: number;
  readonly organization_id: number;
  readonly visibility: 'PUBLIC' | 'PRIVATE';
}
