import type { Standing } from "../access/index.js";

/**
 * Whether a credential may still do all that it might when it was let in: a grant that ended takes
 * with it what was begun under it. Who gets more stays.
 */
export async function stillStands({ actor, renew }: Standing): Promise<boolean> {
  const now = await renew();
  if (!now) return false;
  if (now.permissions !== actor.permissions) {
    for (const each of actor.permissions) if (!now.permissions.has(each)) return false;
  }
  return isSameScope(now.scope, actor.scope);
}

function isSameScope(one: Standing["actor"]["scope"], other: Standing["actor"]["scope"]): boolean {
  if (one === null || other === null) return one === other;
  return one.length === other.length && one.every((id) => other.includes(id));
}
