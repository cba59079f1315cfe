import type { z } from "zod";

/** One setting: where it is read, how it is checked, and what people read about it. */
export interface Setting {
  /** Environment variables, the first that is set counts. */
  env: readonly string[];
  /** The option that overrides them. */
  option?: string;
  /** Whether the option stands alone (--demo) instead of taking a value. */
  isSwitch?: boolean;
  meaning: string;
  /** The default as people read it; the value itself is the schema's. */
  fallback: string;
  /** Not shown in problems, help or logs. */
  secret?: boolean;
  /** Follows "give" in the problem's sentence. */
  remedy: string;
  schema: z.ZodType<unknown, string | undefined>;
}
