import { UnauthenticatedError } from "@tutti/client";
import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { LiveWall, type WallView } from "../live/live-wall.js";
import type { Session } from "../session/session.js";
import { Stopped } from "./stopped.js";
import { TopBar } from "./top-bar.js";
import { Wall } from "./wall.js";

interface WallScreenProps {
  session: Session;
  onSignOut(reason: Error | null): void;
}

/** The live wall of someone who is signed in; it can be begun anew, also for one partner alone. */
export function WallScreen({ session, onSignOut }: WallScreenProps) {
  const [run, setRun] = useState<{ number: number; partnerId?: string }>({ number: 0 });
  return (
    <RunningWall
      key={run.number}
      session={session}
      partnerId={run.partnerId}
      onSignOut={onSignOut}
      onRestart={(partnerId) => setRun(({ number }) => ({ number: number + 1, partnerId }))}
    />
  );
}

interface RunningWallProps extends WallScreenProps {
  partnerId: string | undefined;
  onRestart(partnerId: string | undefined): void;
}

function RunningWall({ session, partnerId, onSignOut, onRestart }: RunningWallProps) {
  const { wall, view } = useLiveWall(session, partnerId);
  const { connection } = view;
  const ended = connection.kind === "stopped" ? connection.error : null;
  useEffect(() => {
    if (ended instanceof UnauthenticatedError) onSignOut(ended);
  }, [ended, onSignOut]);
  const leave = useCallback(() => onSignOut(null), [onSignOut]);
  return (
    <div className="screen">
      <TopBar connection={connection} name={session.name} onSignOut={leave} />
      {ended ? (
        <Stopped error={ended} client={session.client} onRestart={onRestart} />
      ) : (
        <Wall wall={wall} view={view} />
      )}
    </div>
  );
}

function useLiveWall(
  { client }: Session,
  partnerId: string | undefined,
): { wall: LiveWall; view: WallView } {
  const [wall] = useState(
    () => new LiveWall({ client, partnerId, requestFrame: nextFrame, now: Date.now }),
  );
  useEffect(() => {
    const end = new AbortController();
    void wall.run(end.signal);
    return () => end.abort();
  }, [wall]);
  return { wall, view: useSyncExternalStore(wall.subscribe, wall.view) };
}

function nextFrame(draw: () => void): void {
  requestAnimationFrame(draw);
}
