import { languageTag, z } from '@huddlekit/contract';

const texts = (most: number) =>
  z.union([
    z.string().check(z.minLength(1), z.maxLength(most)),
    z.record(languageTag, z.string().check(z.minLength(1), z.maxLength(most))),
  ]);

/** Ids that stand for something else at the same address. */
const reserved = ['all'];

/** A page of the host kit: Markdown without HTML, in one or several languages. */
const KitPage = z.strictObject({
  /** The end of its address, `/kit/agenda`. */
  id: z.string().check(
    z.regex(/^[a-z0-9-]{1,40}$/),
    z.refine((id) => !reserved.includes(id), { error: 'Take another id; this one is the whole kit' }),
  ),
  title: texts(100),
  lead: texts(300),
  text: texts(20_000),
});
export type KitPage = z.infer<typeof KitPage>;

/** The host kit, in the order of its pages. Each id is there once, and links within the kit lead somewhere. */
export const Kit = z.array(KitPage).check(z.maxLength(20), (context) => {
  const ids = context.value.map(({ id }) => id);
  context.value.forEach(({ id, text }, index) => {
    const fault = (message: string, field: string): void => {
      context.issues.push({ code: 'custom', message, path: [index, field], input: id });
    };
    if (ids.indexOf(id) !== index) fault(`${id} is there already`, 'id');
    for (const words of typeof text === 'string' ? [text] : Object.values(text)) {
      for (const [, linked = ''] of words.matchAll(/\]\(\/kit\/([^)#?\s]*)/g))
        if (!ids.includes(linked) && !reserved.includes(linked))
          fault(`/kit/${linked} is no page of the kit`, 'text');
    }
  });
});
