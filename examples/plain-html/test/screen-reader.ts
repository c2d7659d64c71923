import type { CDPSession, Page } from 'playwright-core';

/** What of a node of Chromium's accessibility tree is spoken. */
interface AccessibleNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly description?: { readonly value: string };
  readonly value?: { readonly value: string | number };
  readonly properties?: readonly {
    readonly name: string;
    readonly value: {
      readonly value?: unknown;
      readonly relatedNodes?: readonly { readonly backendDOMNodeId: number }[];
    };
  }[];
  readonly parentId?: string;
  readonly childIds?: readonly string[];
  readonly backendDOMNodeId?: number;
}

/** How a state is spoken, by the property that has it. */
const states: Readonly<Record<string, (value: unknown) => string>> = {
  expanded: (value) => (value ? 'expanded' : 'collapsed'),
  pressed: (value) => (value === 'true' ? 'pressed' : 'not pressed'),
  checked: (value) => (value === 'true' ? 'checked' : 'not checked'),
  selected: (value) => (value ? 'selected' : ''),
  required: (value) => (value ? 'required' : ''),
  invalid: (value) => (value === 'true' ? 'invalid' : ''),
  level: (value) => `level ${String(value)}`,
};
/** Roles whose words are all that is spoken of them. */
const bare = new Set(['StaticText', 'LabelText']);

/**
 * A visitor at the keyboard who hears the page: what stands in the browser's accessibility tree, from which screen
 * readers speak, with shadow trees as visitors meet them.
 */
export class ScreenReader {
  /** All that was done and heard, one a line. */
  readonly transcript: string[] = [];
  /** Keys pressed; typed text doesn't count. */
  presses = 0;
  readonly #page: Page;
  readonly #session: CDPSession;

  private constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  static async listenTo(page: Page): Promise<ScreenReader> {
    const session = await page.context().newCDPSession(page);
    await session.send('Accessibility.enable');
    return new ScreenReader(page, session);
  }

  /** Presses a key and hears where it leads to. */
  async press(key: string): Promise<string> {
    const before = await this.#focus();
    this.presses++;
    await this.#page.keyboard.press(key);
    const after = await this.#until((tree) => {
      const focus = focusOf(tree);
      return focus === before ? null : focus;
    }, `${key} led nowhere from ${before}`);
    this.transcript.push(`${key}: ${after}`);
    return after;
  }

  /** Presses a key until it leads to words like these. */
  async pressUntil(key: string, words: RegExp): Promise<void> {
    for (let tries = 0; tries < 30; tries++) if (words.test(await this.press(key))) return;
    throw new Error(`${key} never led to ${String(words)}:\n${this.transcript.join('\n')}`);
  }

  async type(text: string): Promise<void> {
    this.transcript.push(`types ${text}`);
    await this.#page.keyboard.type(text);
  }

  /** Waits for an announcement of a live region. */
  async hears(words: RegExp): Promise<void> {
    const heard = await this.#until(
      (tree) => liveTexts(tree).find((text) => words.test(text)) ?? null,
      `nothing was heard like ${String(words)}`,
    );
    this.transcript.push(`hears: ${heard}`);
  }

  /** Reads on through the first node that is so named or of that role, down to its last words. */
  async reads(role: string): Promise<void> {
    const phrases = await this.#until((tree) => {
      const node = [...tree.values()].find((each) => !each.ignored && each.role?.value === role);
      return node ? wordsWithin(node, tree) : null;
    }, `there is no ${role}`);
    this.transcript.push(...phrases.map((phrase) => `reads: ${phrase}`));
  }

  async #focus(): Promise<string> {
    return focusOf(await this.#tree());
  }

  async #until<Found>(find: (tree: Tree) => Found | null, complaint: string): Promise<Found> {
    for (let attempt = 0; attempt < 100; attempt++) {
      const found = find(await this.#tree());
      if (found !== null) return found;
      await this.#page.waitForTimeout(50);
    }
    throw new Error(`${complaint}:\n${this.transcript.join('\n')}`);
  }

  async #tree(): Promise<Tree> {
    const { nodes } = (await this.#session.send('Accessibility.getFullAXTree')) as unknown as {
      nodes: AccessibleNode[];
    };
    return new Map(nodes.map((node) => [node.nodeId, node]));
  }
}

type Tree = ReadonlyMap<string, AccessibleNode>;

const property = (node: AccessibleNode, name: string) =>
  node.properties?.find((each) => each.name === name)?.value;

/** The focused node, or the option that a combobox stands at. */
function focusOf(tree: Tree): string {
  const focused = [...tree.values()].filter((node) => property(node, 'focused')?.value === true).at(-1);
  if (!focused) return 'nothing';
  const active = property(focused, 'activedescendant')?.relatedNodes?.[0]?.backendDOMNodeId;
  const option = [...tree.values()].find(({ backendDOMNodeId }) => backendDOMNodeId === active);
  const spoken = phraseOf(active !== undefined && option ? option : focused);
  const dialog = dialogOf(focused, tree);
  return dialog ? `${phraseOf(dialog)}: ${spoken}` : spoken;
}

function dialogOf(node: AccessibleNode, tree: Tree): AccessibleNode | undefined {
  if (node.role?.value === 'dialog') return node;
  const parent = tree.get(node.parentId ?? '');
  return parent && dialogOf(parent, tree);
}

function phraseOf(node: AccessibleNode): string {
  const role = node.role?.value ?? '';
  const name = node.name?.value ?? '';
  const value = node.value?.value;
  const known = (node.properties ?? []).map(({ name: key, value: state }) => states[key]?.(state.value));
  const parts = bare.has(role) ? [name] : [role, name, value, ...known, node.description?.value];
  return parts
    .map((part) =>
      String(part ?? '')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )
    .filter(Boolean)
    .join(', ');
}

/** What each live region says now. */
function liveTexts(tree: Tree): string[] {
  return [...tree.values()]
    .filter((node) => ['polite', 'assertive'].includes(String(property(node, 'live')?.value)))
    .map((node) => textWithin(node, tree));
}

function textWithin(node: AccessibleNode, tree: Tree): string {
  if (node.role?.value === 'StaticText') return node.name?.value ?? '';
  return childrenOf(node, tree)
    .map((child) => textWithin(child, tree))
    .filter(Boolean)
    .join(' ');
}

/** Phrases of a node's content in reading order; what has a name of its own isn't read twice. */
function wordsWithin(node: AccessibleNode, tree: Tree): string[] {
  return childrenOf(node, tree).flatMap((child) => {
    const role = child.role?.value ?? '';
    if (role === 'LineBreak') return [];
    if (child.ignored || (role !== 'StaticText' && !child.name?.value)) return wordsWithin(child, tree);
    const inside = ['heading'].includes(role)
      ? wordsWithin(child, tree).filter((text) => /^(button|link)/.test(text))
      : [];
    return [phraseOf(child), ...inside].filter(Boolean);
  });
}

function childrenOf({ childIds = [] }: AccessibleNode, tree: Tree): AccessibleNode[] {
  return childIds.flatMap((id) => tree.get(id) ?? []);
}
