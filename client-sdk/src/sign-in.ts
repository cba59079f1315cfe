import { ProtocolError } from "./errors.js";
import { refusalOf } from "./refusal.js";
import { transportError } from "./transport.js";

/** Who signs in, and where. */
export interface SignInOptions {
  /** The hub's address, as in `http://localhost:4000`. */
  url: string;
  email: string;
  password: string;
  /** The code of the authenticator app, where the account has one. */
  totp?: string;
  /** Replaces the platform's own. */
  fetch?: typeof fetch;
}

/** A session that was opened. Give `token` to `createTuttiClient` as the key. */
export interface SignedIn {
  token: string;
  expiresAt: string;
  /** Whether nothing else is possible before the password is changed. */
  mustChangePassword: boolean;
}

/**
 * Signs in with an account of the hub. In a browser use `signInHere` instead: its session is out of
 * reach of scripts. @throws SignInRefusedError, TotpRequiredError, NetworkError
 */
export async function signIn(options: SignInOptions): Promise<SignedIn> {
  const answer = await send(options, false);
  if (typeof answer.token !== "string") throw new ProtocolError("The answer has no token");
  return { ...answer, token: answer.token };
}

/**
 * Signs in on a page of the hub's own: the session is a cookie that goes along with every request
 * of a client without a key. @throws SignInRefusedError, TotpRequiredError, NetworkError
 */
export function signInHere(options: SignInOptions): Promise<Omit<SignedIn, "token">> {
  return send(options, true);
}

type Answer = Omit<SignedIn, "token"> & { token?: string };

async function send(options: SignInOptions, cookie: boolean): Promise<Answer> {
  const { url, email, password, totp } = options;
  const base = url.replace(/\/+$/, "");
  const init = {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password, totp, cookie }),
  };
  const response = await (options.fetch ?? fetch)(`${base}/auth/sign-in`, init).catch(
    (error: unknown) => {
      throw transportError(error, base);
    },
  );
  if (!response.ok) throw await refusalOf(response);
  return (await response.json()) as Answer;
}
