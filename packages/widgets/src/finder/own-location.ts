/**
 * Where the visitor is, rounded to 0.01 degree (about 1 km) before anything else sees it.
 * The browser asks for consent. Rejects where it is refused or can't be known within 10 seconds.
 */
export async function ownLocation(): Promise<{ latitude: number; longitude: number }> {
  const { coords } = await new Promise<GeolocationPosition>((resolve, reject) => {
    navigator.geolocation.getCurrentPosition(resolve, reject, { timeout: 10_000, maximumAge: 600_000 });
  });
  return { latitude: round(coords.latitude), longitude: round(coords.longitude) };
}

function round(degrees: number): number {
  return Math.round(degrees * 100) / 100;
}
