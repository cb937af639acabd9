/** The selected tasks of a list, in its order. */
export type Choice = ReadonlySet<string>;

/**
 * The selection after a box has been ticked or cleared; with Shift, the same for all boxes between it and the one
 * before. `ids` are the tasks that can be selected, in the order shown.
 */
export function chooseIn(
  ids: readonly string[],
  choice: Choice,
  { id, isChosen, since }: { readonly id: string; readonly isChosen: boolean; readonly since?: string },
): Choice {
  const [at, from] = [ids.indexOf(id), since === undefined ? -1 : ids.indexOf(since)];
  const those = from < 0 ? [id] : ids.slice(Math.min(at, from), Math.max(at, from) + 1);
  const next = new Set(choice);
  for (const each of those) {
    if (isChosen) next.add(each);
    else next.delete(each);
  }
  return next;
}
