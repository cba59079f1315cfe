import { VersionConflict } from "./command.errors.js";

/**
 * Refuses a command that was decided on an older version than there is now. @throws VersionConflict
 */
export function expectVersion(row: { version: number }, expected: number | null | undefined): void {
  if (expected != null && expected !== row.version)
    throw new VersionConflict(expected, row.version);
}
