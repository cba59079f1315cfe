import { UnauthenticatedError } from "@tutti/client";
import { useEffect, useState } from "react";
import { forgetKey, signIn, storedKey, type Session } from "./session/session.js";
import { SignIn } from "./session/sign-in.js";
import { WallScreen } from "./wall/wall-screen.js";

/** Who is here, or why nobody is; while a kept key is tried, it is neither. */
interface Presence {
  readonly session: Session | null;
  readonly problem: Error | null;
  readonly isRestoring: boolean;
}

const NOBODY: Presence = { session: null, problem: null, isRestoring: false };

/** The dashboard: signing in, then the live wall. */
export function App() {
  const [presence, setPresence] = useState<Presence>({
    ...NOBODY,
    isRestoring: storedKey() !== null,
  });
  const { session, problem, isRestoring } = presence;
  useEffect(() => {
    const key = storedKey();
    if (key === null) return;
    return whileMounted(signIn(key), (outcome) => setPresence({ ...NOBODY, ...outcome }));
  }, []);
  const signOut = (reason: Error | null): void => {
    forgetKey();
    setPresence({ ...NOBODY, problem: reason });
  };
  if (session) return <WallScreen session={session} onSignOut={signOut} />;
  const enter = (entered: Session): void => setPresence({ ...NOBODY, session: entered });
  return <SignIn problem={problem} isRestoring={isRestoring} onSignIn={enter} />;
}

/** Tells what came of signing in with a kept key, unless the page has gone on meanwhile. */
function whileMounted(
  signing: Promise<Session>,
  tell: (outcome: Partial<Presence>) => void,
): () => void {
  let isMounted = true;
  signing.then(
    (session) => isMounted && tell({ session }),
    (problem: Error) => {
      if (problem instanceof UnauthenticatedError) forgetKey();
      if (isMounted) tell({ problem });
    },
  );
  return () => void (isMounted = false);
}
