import { relyingOn } from "./shape.js";
import { ProtocolError } from "./tutti-error.js";

/** A page as every list answers it. */
export interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** How many items a page of a list is read at once. */
export const PAGE_SIZE = 100;

/** All items of a list, one page read at a time as they are taken. */
export async function* paginate<Node>(
  read: (after: string | null) => Promise<Page<Node>>,
): AsyncGenerator<Node, void, undefined> {
  let after: string | null = null;
  for (;;) {
    const page: Page<Node> = await read(after);
    const { nodes, pageInfo } = page;
    yield* relyingOn("A page", () => [...nodes]);
    const { hasNextPage, endCursor } = relyingOn("A page", () => {
      return { hasNextPage: pageInfo.hasNextPage, endCursor: pageInfo.endCursor };
    });
    if (!hasNextPage || endCursor === null) return;
    if (endCursor === after) throw new ProtocolError("A page leads to itself");
    after = endCursor;
  }
}
