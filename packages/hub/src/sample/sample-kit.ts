import { sampleKitEn } from './sample-kit-en.ts';
import { sampleKitEs } from './sample-kit-es.ts';

/** The host kit of the sample campaign, as its file holds it. */
export const sampleKit = Object.entries(sampleKitEn).map(([id, en]) => {
  const es = sampleKitEs[id as keyof typeof sampleKitEn];
  return {
    id,
    title: { en: en.title, es: es.title },
    lead: { en: en.lead, es: es.lead },
    text: { en: en.text, es: es.text },
  };
});
