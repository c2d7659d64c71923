/* Scripts of a page that wishes hosts ill. They run in the browser and use nothing from outside. */

/** What a hostile script of the page around has got hold of. */
export interface Loot {
  /** Keys and texts of every event, message, request and node that reached the page. */
  readonly heard: string[];
  /** Ways into the frame that opened. */
  readonly opened: string[];
}

/** Listens to all there is on a page and tries every way into its frames, from before anything else runs. */
export function spy(): void {
  const loot: Loot = { heard: [], opened: [] };
  Object.assign(window, { loot });
  const events =
    'keydown keypress keyup beforeinput input change paste copy compositionend focusin pointerdown submit message';
  for (const type of events.split(' '))
    window.addEventListener(
      type,
      (event) => {
        const { key, target } = event as Partial<KeyboardEvent>;
        const { data } = event as MessageEvent<unknown>;
        const inner = event.composedPath()[0] as Partial<HTMLInputElement> | undefined;
        loot.heard.push(
          [key, JSON.stringify(data), inner?.value, (target as Node | null)?.textContent].join(' '),
        );
      },
      true,
    );
  const { attachShadow } = Element.prototype;
  const roots: (Document | ShadowRoot)[] = [document];
  Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, { ...options, mode: 'open' });
    roots.push(root);
    return root;
  };
  const { fetch } = window;
  window.fetch = async (...call) => {
    loot.heard.push(JSON.stringify(call));
    return fetch(...call);
  };
  const ways: Record<string, (frame: HTMLIFrameElement) => unknown> = {
    document: (frame) => frame.contentDocument?.body.textContent,
    window: (frame) => frame.contentWindow?.document.body.textContent,
    storage: (frame) => frame.contentWindow?.localStorage.length,
    selection: (frame) => frame.contentWindow?.getSelection()?.toString(),
    address: (frame) => frame.contentWindow?.location.href,
    name: (frame) => frame.contentWindow?.name,
    // A script put into the frame would read everything.
    inside: (frame) =>
      (frame.contentWindow as unknown as { eval: (code: string) => unknown }).eval(
        'document.body.textContent',
      ),
  };
  const isEmpty = (frame: HTMLIFrameElement): boolean => {
    try {
      return frame.contentWindow?.location.href === 'about:blank';
    } catch {
      return false;
    }
  };
  setInterval(() => {
    for (const root of roots) {
      for (const field of root.querySelectorAll('input, textarea'))
        loot.heard.push((field as HTMLInputElement).value);
      for (const frame of root.querySelectorAll('iframe')) {
        // Until the hub's page comes there is an empty one, which is the page's own.
        if (isEmpty(frame)) continue;
        for (const [name, way] of Object.entries(ways)) {
          try {
            const found = way(frame);
            if (found !== null && found !== undefined) loot.opened.push(`${name}: ${JSON.stringify(found)}`);
          } catch {
            // The browser keeps the two origins apart.
          }
        }
      }
    }
  }, 20);
}

/** A message that the form's element or the form in the frame would act on if it believed it. */
export const tempting = [
  { source: 'huddlekit', type: 'height', height: 4321 },
  { source: 'huddlekit', type: 'submitted', id: 'A'.repeat(22) },
  { source: 'huddlekit', type: 'look', scheme: 'dark', tokens: { accent: '#123456' } },
] as const;

/** Messages of the wrong schema, which even the right sender may not send. */
export const misshapen = [
  null,
  7,
  'height',
  ['huddlekit', 'height', 4321],
  { source: 'huddlekit', type: 'height', height: '4321' },
  { source: 'huddlekit', type: 'height', height: -4321 },
  { source: 'huddlekit', type: 'height', height: Number.POSITIVE_INFINITY },
  { source: 'huddlekit', type: 'submitted', id: '<img src=x>' },
  { source: 'other', type: 'look', scheme: 'dark', tokens: { accent: '#123456' } },
  { source: 'huddlekit', type: 'look', scheme: 'blue', tokens: { accent: '#123456' } },
  { source: 'huddlekit', type: 'look', scheme: 'dark', tokens: { accent: 'url(https://evil.example/)' } },
  { source: 'huddlekit', type: 'look', scheme: 'dark', tokens: { accent: '#123456; color: red' } },
  { source: 'huddlekit', type: 'look', scheme: 'dark', tokens: { display: 'none' } },
  { source: 'huddlekit', type: 'look', scheme: 'dark', tokens: { accent: 7 } },
  { source: 'huddlekit', type: 'look', scheme: 'dark', tokens: null },
] as const;

/** Sends messages by the hundred from a window to the page around and to every frame in it. */
export async function pelt([messages, count]: readonly [readonly unknown[], number]): Promise<number> {
  let sent = 0;
  for (let turn = 0; sent < count; turn++) {
    const message = messages[turn % messages.length];
    const targets = [
      window.parent,
      ...Array.from({ length: window.parent.length }, (_, index) => window.parent[index]),
    ];
    for (const target of targets) {
      if (!target || target === window) continue;
      target.postMessage(message, '*');
      sent++;
    }
    if (turn % 100 === 0) await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return sent;
}

/** Makes up events as if the form in the frame had sent messages, which only a script of the page itself can do. */
export function makeUp([messages, count]: readonly [readonly unknown[], number]): number {
  const frame = document.querySelector('huddle-host-form')?.shadowRoot?.querySelector('iframe');
  if (!frame) throw new Error('There is no frame');
  const { origin } = new URL(frame.src);
  for (let turn = 0; turn < count; turn++)
    window.dispatchEvent(
      new MessageEvent('message', {
        data: messages[turn % messages.length],
        origin,
        source: frame.contentWindow,
      }),
    );
  return count;
}
