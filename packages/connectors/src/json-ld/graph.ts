import type { JsonRecord } from '../json.ts';
import { isEventType } from './types.ts';
import { nodeOf, property, termOf, valuesOf, type Node } from './node.ts';

/** An event found in linked data, with the one it is a part of. */
export interface FoundEvent {
  readonly node: Node;
  readonly parent: FoundEvent | undefined;
}

/** Things within each other that are looked at. */
const deepest = 60;
/** Things between two rests. */
const stretch = 200;

const partNames: readonly string[] = ['subEvent', 'subEvents'];

/** All of a source's things that have an id, since one place may be named by its id elsewhere. */
export class Graph {
  readonly #nodes = new Map<string, Node>();
  readonly #seen = new Set<object>();
  readonly #wholes: Node[] = [];
  #parents: Map<JsonRecord | undefined, Node> | undefined;
  #visited = 0;
  /** Whether something was nested deeper than is read. */
  isTooDeep = false;

  /** Takes the things of a document in; a rest now and then. */
  *add(value: unknown, depth = 0): Generator<undefined, void, undefined> {
    if (++this.#visited % stretch === 0) yield;
    if (depth > deepest || !isObject(value)) return;
    const node = nodeOf(value);
    if (node?.id) {
      const known = this.#nodes.get(node.id);
      if (!known || weightOf(node) > weightOf(known)) this.#nodes.set(node.id, node);
    }
    if (node && partsOf(node).length > 0) this.#wholes.push(node);
    for (const inner of Object.values(value)) if (isObject(inner)) yield* this.add(inner, depth + 1);
  }

  /** A value as a thing; a bare reference is followed to what it names. */
  resolve(value: unknown): Node | undefined {
    const node = nodeOf(value);
    return node?.id && isReference(node) ? (this.#nodes.get(node.id) ?? node) : node;
  }

  /** The events of a document in their order, those within others too; undefined is a rest. */
  *events(
    value: unknown,
    parent?: FoundEvent,
    via = '',
    depth = 0,
  ): Generator<FoundEvent | undefined, void, undefined> {
    if (++this.#visited % stretch === 0) yield;
    if (!isObject(value)) return;
    if (depth > deepest) {
      this.isTooDeep = true;
      return;
    }
    if (Array.isArray(value)) {
      for (const inner of value) if (isObject(inner)) yield* this.events(inner, parent, via, depth + 1);
      return;
    }
    const node = this.resolve(value);
    if (!node || this.#seen.has(node.object)) return;
    this.#seen.add(node.object);
    const isEvent = isEventType(node.types);
    const found = isEvent ? { node, parent: this.#parentOf(node, parent) } : undefined;
    if (found && isListed(node, via)) yield found;
    for (const [name, inner] of Object.entries(node.object)) {
      const via = termOf(name);
      if (isObject(inner))
        yield* this.events(inner, partNames.includes(via) ? found : undefined, via, depth + 1);
    }
  }

  /** The event it was found in as a part, else the one it names itself. */
  #parentOf(node: Node, parent: FoundEvent | undefined): FoundEvent | undefined {
    if (parent) return parent;
    this.#parents ??= new Map(
      this.#wholes.flatMap((whole) =>
        partsOf(whole).map((part) => [this.resolve(part)?.object, whole] as const),
      ),
    );
    const above = this.resolve(valuesOf(node, 'superEvent')[0]) ?? this.#parents.get(node.object);
    return above && above.object !== node.object ? { node: above, parent: undefined } : undefined;
  }
}

/** Whether an event is one to list: a series is told by its parts, and one that is only named as the whole isn't. */
function isListed(node: Node, via: string): boolean {
  const isDated = ['startDate', 'startTime', 'doorTime', 'eventSchedule'].some(
    (name) => property(node, name) !== undefined,
  );
  if (isDated) return true;
  return partsOf(node).length === 0 && via !== 'superEvent' && !isReference(node);
}

/** A thing that says no more than its id and type. */
function isReference({ object }: Node): boolean {
  return Object.keys(object).every((name) => /^(@?id|@?type|@context)$/.test(name));
}

function weightOf({ object }: Node): number {
  return Object.keys(object).length;
}

function partsOf(node: Node): readonly unknown[] {
  return partNames.flatMap((name) => valuesOf(node, name));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
