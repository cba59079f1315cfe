import { readFileSync } from "node:fs";
import { z } from "zod";
import { StartupError } from "../shared/config/startup-error.js";
import { ROLES } from "./role.rules.js";

const schema = z.strictObject({
  /** The provider, as its tokens name it; its configuration lies beneath it (OIDC Discovery). */
  issuer: z.url({ protocol: /^https?$/ }),
  /** Whom access tokens must be for. */
  audience: z.string().min(1),
  /** For the sign-in by browser; without it only bearer tokens are taken. */
  clientId: z.string().min(1).optional(),
  clientSecret: z.string().min(1).optional(),
  /** Where the provider sends browsers back to: this hub's address and /auth/oidc/callback. */
  redirectUri: z.url({ protocol: /^https?$/ }).optional(),
  scope: z.string().default("openid profile email"),
  /** The claim that names groups or roles; a dot goes into what lies within. */
  rolesClaim: z.string().min(1).default("roles"),
  /** What the values of that claim are here. */
  roles: z.record(z.string(), z.enum(ROLES)).default({}),
  clockToleranceSeconds: z.number().min(0).max(300).default(30),
});

/** An OpenID provider as the hub is told of it. */
export type OidcSettings = Readonly<z.output<typeof schema>>;

/** Reads the file that names the provider. @throws StartupError */
export function readOidcSettings(path: string): OidcSettings {
  const problem = `The file of the OpenID provider, ${path}, is not usable`;
  try {
    const settings = schema.parse(JSON.parse(readFileSync(path, "utf8")));
    const isLocal = new URL(settings.issuer).hostname === "127.0.0.1";
    if (!settings.issuer.startsWith("https:") && !isLocal) throw new Error("issuer is not https");
    return settings;
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new StartupError(`${problem}: ${reason}`, "See docs/access.md.", 78);
  }
}
