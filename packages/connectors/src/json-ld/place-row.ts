import { plainLine } from '../text/markdown.ts';
import type { Row } from '../rows/row.ts';
import type { Graph } from './graph.ts';
import { property, textAt, textOfValue, valuesOf, type Node } from './node.ts';

/** Locations of one event that are looked at. */
const most = 10;

/** Where an event takes place, of one or several locations: the first place, and whether it is held online, too. */
export function placeRow(event: Node, graph: Graph): Row {
  const locations = valuesOf(event, 'location').slice(0, most);
  const nodes = locations.map((location) => graph.resolve(location));
  const virtual = nodes.find((node) => node?.types.includes('VirtualLocation'));
  const index = nodes.findIndex((node) => node !== virtual || node === undefined);
  const node = nodes[index];
  const place = node ? placeOf(node, graph) : { venue: plainLine(textOfValue(locations[index])) };
  const mode = `${textAt(event, 'eventAttendanceMode')} ${textAt(event, 'eventStatus')}`;
  const isVirtual = virtual !== undefined || /(Online|Mixed)EventAttendanceMode|EventMovedOnline/i.test(mode);
  // Where people meet online is told to those who come, by the event's own page.
  return { ...place, ...(isVirtual && { isVirtual: 'true' }) };
}

function placeOf(place: Node, graph: Graph): Row {
  const [written] = place.types.includes('PostalAddress') ? [place.object] : valuesOf(place, 'address');
  const address = graph.resolve(written);
  const geo = graph.resolve(valuesOf(place, 'geo')[0]) ?? place;
  const parts = address
    ? {
        address: textAt(address, 'streetAddress'),
        locality: textAt(address, 'addressLocality'),
        region: textAt(address, 'addressRegion'),
        postalCode: textAt(address, 'postalCode'),
        country: countryOf(address),
      }
    : { address: textOfValue(written) };
  return {
    venue: address?.object === place.object ? '' : plainLine(textAt(place, 'name')),
    ...parts,
    latitude: textAt(geo, 'latitude') || textAt(place, 'latitude'),
    longitude: textAt(geo, 'longitude') || textAt(place, 'longitude'),
  };
}

function countryOf(address: Node): string {
  const [country] = valuesOf(address, 'addressCountry');
  return textOfValue(country) || textOfValue(property(address, 'addressCountry'));
}
