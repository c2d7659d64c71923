/** Types of events that don't end like one. */
const others = new Set(['EventSeries', 'Festival', 'Hackathon', 'CourseInstance']);
/** Nobody comes together at these. */
const excluded = new Set(['DeliveryEvent', 'PublicationEvent', 'OnDemandEvent']);

/** Whether one of a thing's types is schema.org's Event or below it, one of another vocabulary's that ends so included. */
export function isEventType(types: readonly string[]): boolean {
  return types.some((type) => (/Event$/.test(type) && !excluded.has(type)) || others.has(type));
}
