import { z } from "zod";
import type { Setting } from "./setting.js";

const text = z.string();

/** The settings of keys, of TLS, and of a start in production. */
export const SECURITY_SETTINGS = {
  keys: {
    env: ["TUTTI_KEYS"],
    meaning: "Keys that wrap data keys, 32 bytes in base64 each; the first one wraps, all unwrap",
    fallback: "made on the first start, in the data folder",
    secret: true,
    remedy: "keys made with openssl rand -base64 32, separated by commas",
    schema: text.regex(/^[A-Za-z0-9+/]{43}=([,\s]+[A-Za-z0-9+/]{43}=)*$/).optional(),
  },
  keysFile: {
    env: ["TUTTI_KEYS_FILE"],
    option: "keys-file",
    meaning: "File of such keys, one a line",
    fallback: "none",
    remedy: "the path of a file",
    schema: text.min(1).optional(),
  },
  production: {
    env: ["TUTTI_PRODUCTION"],
    option: "production",
    isSwitch: true,
    meaning: "Refuses to start without TLS, keys of its own and secrets that are none of examples",
    fallback: "off",
    remedy: "true or false",
    schema: z.stringbool().default(false),
  },
  tlsCert: {
    env: ["TUTTI_TLS_CERT"],
    option: "tls-cert",
    meaning: "Certificate chain of the server in PEM, for HTTPS and secure WebSockets",
    fallback: "no TLS",
    remedy: "the path of a file",
    schema: text.min(1).optional(),
  },
  tlsKey: {
    env: ["TUTTI_TLS_KEY"],
    option: "tls-key",
    meaning: "Its private key in PEM",
    fallback: "none",
    remedy: "the path of a file",
    schema: text.min(1).optional(),
  },
  behindProxy: {
    env: ["TUTTI_BEHIND_PROXY"],
    option: "behind-proxy",
    isSwitch: true,
    meaning: "Says that a proxy before the hub has the TLS",
    fallback: "off",
    remedy: "true or false",
    schema: z.stringbool().default(false),
  },
  privateNetwork: {
    env: ["TUTTI_PRIVATE_NETWORK"],
    option: "private-network",
    isSwitch: true,
    meaning: "Says that Postgres and Redis are on a network of the hub's own, without TLS",
    fallback: "off",
    remedy: "true or false",
    schema: z.stringbool().default(false),
  },
} as const satisfies Record<string, Setting>;
