import { NetworkError, TimeoutError, UnauthenticatedError } from "@tutti/client";
import { useId, useState, type SubmitEvent } from "react";
import { Preferences } from "../look/preferences.js";
import type { Words } from "../words/en.js";
import { fill } from "../words/fill.js";
import { useWords } from "../words/language.js";
import { PermissionMissing, signIn, type Session } from "./session.js";

interface SignInProps {
  /** Why whoever was here is not any more. */
  problem: Error | null;
  /** A key of before is being tried. */
  isRestoring: boolean;
  onSignIn(session: Session): void;
}

/** Asks for an API key and says what is wrong with it. */
export function SignIn({ problem, isRestoring, onSignIn }: SignInProps) {
  const words = useWords();
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const submit = async (key: string): Promise<void> => {
    if (key === "") return setRefusal(words.signIn.empty);
    setBusy(true);
    try {
      onSignIn(await signIn(key));
    } catch (error) {
      setRefusal(reasonOf(error, words));
      setBusy(false);
    }
  };
  const before = problem && endOf(problem, words);
  return (
    <div className="sign-in">
      <header className="sign-in-bar">
        <Preferences />
      </header>
      <main className="sign-in-card">
        <p className="brand">
          <img src="/favicon.svg" alt="" width="28" height="28" />
          {words.product}
        </p>
        <h1>{words.signIn.heading}</h1>
        <p className="quiet">{words.signIn.about}</p>
        <KeyForm
          isBusy={isBusy || isRestoring}
          problem={refusal ?? before}
          onKey={(key) => void submit(key)}
        />
      </main>
    </div>
  );
}

interface KeyFormProps {
  isBusy: boolean;
  problem: string | null;
  onKey(key: string): void;
}

function KeyForm({ isBusy, problem, onKey }: KeyFormProps) {
  const { signIn: words } = useWords();
  const [key, setKey] = useState("");
  const id = useId();
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    onKey(key.trim());
  };
  return (
    <form onSubmit={submit} noValidate>
      <label htmlFor={id}>{words.key}</label>
      <input
        id={id}
        type="password"
        value={key}
        onChange={(event) => setKey(event.target.value)}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-problem ${id}-hint`}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the field is all there is on the page
        autoFocus
      />
      <p id={`${id}-problem`} className="problem" role="alert">
        {problem}
      </p>
      <button type="submit" className="primary" disabled={isBusy}>
        {isBusy ? words.busy : words.submit}
      </button>
      <p id={`${id}-hint`} className="quiet small">
        {words.keyHint}
      </p>
    </form>
  );
}

function reasonOf(error: unknown, { signIn: words }: Words): string {
  if (error instanceof UnauthenticatedError) return words.wrongKey;
  if (error instanceof PermissionMissing) {
    return fill(words.mayNotWatch, { permission: error.permission });
  }
  if (error instanceof NetworkError || error instanceof TimeoutError) return words.unreachable;
  return fill(words.failed, { message: error instanceof Error ? error.message : String(error) });
}

/** A key that was let in before is no wrong key: it has ended. */
function endOf(problem: Error, words: Words): string {
  const hasEnded = problem instanceof UnauthenticatedError;
  return hasEnded ? words.signIn.noLongerValid : reasonOf(problem, words);
}
