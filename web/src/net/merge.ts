/** Two devices of one person have both changed something: what each did stays done. */

/** Anything that JSON can hold. */
export type Json = unknown;

/** Whether both say the same, in whatever order their fields stand. */
export function same(one: Json, other: Json): boolean {
  return canonical(one) === canonical(other);
}

/**
 * What both have made of `base`. Where one has changed nothing, the other counts; fields and items
 * are looked at one by one; what one has taken away and the other has changed stays; of two texts
 * at one place both are kept; else what was done on this device counts.
 */
export function merged(base: Json, mine: Json, theirs: Json): Json {
  if (same(base, theirs) || same(mine, theirs)) return mine;
  if (same(base, mine)) return theirs;
  if (mine === undefined || mine === null) return theirs;
  if (theirs === undefined || theirs === null) return mine;
  if (Array.isArray(mine) && Array.isArray(theirs)) {
    return mergedLists(Array.isArray(base) ? base : [], mine, theirs);
  }
  if (isFields(mine) && isFields(theirs)) {
    return mergedFields(isFields(base) ? base : {}, mine, theirs);
  }
  return mine;
}

type Fields = Readonly<Record<string, Json>>;

function isFields(value: Json): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mergedFields(base: Fields, mine: Fields, theirs: Fields): Fields {
  const names = new Set([...Object.keys(theirs), ...Object.keys(mine)]);
  const fields = [...names]
    .map((name) => [name, merged(base[name], mine[name], theirs[name])] as const)
    .filter(([, value]) => value !== undefined);
  return Object.fromEntries(fields);
}

function mergedLists(base: readonly Json[], mine: readonly Json[], theirs: readonly Json[]) {
  const [was, here, there] = [byKey(base), byKey(mine), byKey(theirs)];
  const keys = new Set([...there.keys(), ...here.keys()]);
  return [...keys].flatMap((key) => {
    const [b, m, t] = [was.get(key), here.get(key), there.get(key)];
    const isTorn = isWritten(m) && isWritten(t) && m.text !== t.text;
    if (isTorn && !same(b, m) && !same(b, t)) return [t, { ...m, id: `${m.id}~` }];
    const value = merged(b, m, t);
    return value === undefined ? [] : [value];
  });
}

/** Something that somebody wrote, under an id of its own. */
function isWritten(value: Json): value is Fields & { id: string; text: string } {
  return isFields(value) && typeof value['id'] === 'string' && typeof value['text'] === 'string';
}

function byKey(list: readonly Json[]): Map<string, Json> {
  return new Map(list.map((item) => [keyOf(item), item]));
}

/** By what an item of a list is known again when it has changed. */
function keyOf(item: Json): string {
  if (!isFields(item)) return canonical(item);
  for (const name of ['id', 'exchange', 'prompt'] as const) {
    if (typeof item[name] === 'string') return `${name} ${item[name]}`;
  }
  if ('on' in item) return `on ${canonical([item['on'], item['topic'], item['ring']])}`;
  if ('comfort' in item) return `comfort ${canonical(item['day'])}`;
  return canonical(item);
}

/** One text for one value: fields in order, and none that is undefined. */
function canonical(value: Json): string {
  if (value === undefined) return '';
  return JSON.stringify(value, (_, part: Json) => (isFields(part) ? inOrder(part) : part));
}

function inOrder(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)));
}
