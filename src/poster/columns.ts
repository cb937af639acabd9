/** A block in a column, with the heading that it belongs under. */
export interface Block {
  /** Blocks of one heading follow each other. */
  readonly heading: string;
  readonly height: number;
}

/** A placed block or heading, with its upper edge measured from the top of the column. */
export type Placed<B extends Block> =
  | { readonly kind: 'block'; readonly block: B; readonly y: number }
  | { readonly kind: 'heading'; readonly heading: string; readonly isContinued: boolean; readonly y: number };

export interface Headings {
  readonly height: number;
  /** What is left free above one that does not stand at the top of its column. */
  readonly gap: number;
}

/** A page of columns, and which block the next page begins with. */
export interface Filled<B extends Block> {
  readonly columns: readonly (readonly Placed<B>[])[];
  readonly next: number;
  /** Of the highest column. */
  readonly height: number;
}

/**
 * Fills the columns of a page from left to right, no higher than a limit. A heading is placed with the first of its blocks,
 * and repeated at the top of each column that continues it.
 */
export function fillColumns<B extends Block>(
  blocks: readonly B[],
  from: number,
  {
    columns: count,
    limit,
    headings,
  }: { readonly columns: number; readonly limit: number; readonly headings: Headings },
): Filled<B> {
  const columns: Placed<B>[][] = [];
  let next = from;
  let highest = 0;
  for (let column = 0; column < count && next < blocks.length; column += 1) {
    const placed: Placed<B>[] = [];
    let y = 0;
    for (let block = blocks[next]; block; block = blocks[next]) {
      const { heading } = block;
      const isContinued = blocks[next - 1]?.heading === heading;
      const isHeaded = placed.length === 0 || !isContinued;
      const top = y + (isHeaded && placed.length > 0 ? headings.gap : 0);
      const blockTop = top + (isHeaded ? headings.height : 0);
      // A block higher than the page would otherwise never be placed.
      if (placed.length > 0 && blockTop + block.height > limit) break;
      if (isHeaded) placed.push({ kind: 'heading', heading, isContinued, y: top });
      placed.push({ kind: 'block', block, y: blockTop });
      y = blockTop + block.height;
      next += 1;
    }
    highest = Math.max(highest, y);
    columns.push(placed);
  }
  return { columns, next, height: highest };
}

/** The same with columns of nearly equal height: the lowest limit at which all remaining blocks fit on the page. */
export function balanceColumns<B extends Block>(
  blocks: readonly B[],
  from: number,
  setting: { readonly columns: number; readonly limit: number; readonly headings: Headings },
): Filled<B> {
  let [low, high] = [0, Math.ceil(setting.limit)];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (fillColumns(blocks, from, { ...setting, limit: middle }).next === blocks.length) high = middle;
    else low = middle + 1;
  }
  return fillColumns(blocks, from, { ...setting, limit: low });
}
