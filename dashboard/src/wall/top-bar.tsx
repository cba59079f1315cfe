import { memo } from "react";
import type { Connection } from "../live/live-wall.js";
import { Preferences } from "../look/preferences.js";
import type { Words } from "../words/en.js";
import { fill } from "../words/fill.js";
import { useWords } from "../words/language.js";

interface TopBarProps {
  connection: Connection;
  name: string;
  onSignOut(): void;
}

/** Where one is, whether it is live, and the way out. */
export const TopBar = memo(function TopBar({ connection, name, onSignOut }: TopBarProps) {
  const words = useWords();
  return (
    <header className="top-bar">
      <p className="brand">
        <img src="/favicon.svg" alt="" width="22" height="22" />
        {words.product}
      </p>
      <h1>{words.title}</h1>
      <p className="connection" data-state={connection.kind} role="status">
        <span className="dot" aria-hidden="true" />
        <span className="visually-hidden">{words.connection.label}: </span>
        {connectionText(connection, words)}
      </p>
      <span className="spring" />
      <span className="quiet who" title={fill(words.signedInAs, { name })}>
        {name}
      </span>
      <Preferences />
      <button type="button" className="plain" onClick={onSignOut}>
        {words.signOut}
      </button>
    </header>
  );
});

function connectionText(connection: Connection, { connection: words }: Words): string {
  if (connection.kind !== "reconnecting") return words[connection.kind];
  return fill(words.reconnecting, { attempt: connection.attempt });
}
