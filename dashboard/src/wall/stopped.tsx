import type { TuttiClient } from "@tutti/client";
import { useEffect, useId, useState } from "react";
import { isTooWide } from "../live/live-wall.js";
import { useWords } from "../words/language.js";

interface StoppedProps {
  error: Error;
  client: TuttiClient;
  onRestart(partnerId: string | undefined): void;
}

/** Why there is no wall, and what can be done about it. */
export function Stopped({ error, client, onRestart }: StoppedProps) {
  const { stopped: words } = useWords();
  return (
    <main className="stopped" role="alert">
      <h2>{words.heading}</h2>
      <p className="quiet">{error.message}</p>
      {isTooWide(error) && <PartnerChoice client={client} onChoose={onRestart} />}
      <button type="button" onClick={() => onRestart(undefined)}>
        {words.again}
      </button>
    </main>
  );
}

interface PartnerChoiceProps {
  client: TuttiClient;
  onChoose(partnerId: string): void;
}

function PartnerChoice({ client, onChoose }: PartnerChoiceProps) {
  const { stopped: words } = useWords();
  const partners = usePartners(client);
  const [chosen, setChosen] = useState("");
  const id = useId();
  return (
    <p className="partner-choice">
      <label htmlFor={id}>{words.tooWide}</label>
      <select id={id} value={chosen} onChange={(event) => setChosen(event.target.value)}>
        <option value="">–</option>
        {partners.map((partner) => (
          <option key={partner.id} value={partner.id}>
            {partner.name}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="primary"
        disabled={chosen === ""}
        onClick={() => onChoose(chosen)}
      >
        {words.watch}
      </button>
    </p>
  );
}

interface NamedPartner {
  readonly id: string;
  readonly name: string;
}

async function allPartners(client: TuttiClient, signal: AbortSignal): Promise<NamedPartner[]> {
  const partners: NamedPartner[] = [];
  for await (const partner of client.partners.list({}, { signal })) partners.push(partner);
  return partners.toSorted((left, right) => left.name.localeCompare(right.name));
}

function usePartners(client: TuttiClient): readonly NamedPartner[] {
  const [partners, setPartners] = useState<readonly NamedPartner[]>([]);
  useEffect(() => {
    const end = new AbortController();
    // Without the names the wall can still be tried again; the reason is shown above already.
    allPartners(client, end.signal).then(setPartners, () => undefined);
    return () => end.abort();
  }, [client]);
  return partners;
}
