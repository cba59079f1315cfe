import { memo } from "react";
import type { Outage, OutageEnd } from "../live/outages.js";
import type { Words } from "../words/en.js";
import { fill } from "../words/fill.js";
import { useWords } from "../words/language.js";
import { useNumbers, type Numbers } from "./numbers.js";

/** What happened on each reconnect. */
export const OutagesPanel = memo(function OutagesPanel({
  outages,
}: {
  outages: readonly Outage[];
}) {
  const { outages: words } = useWords();
  return (
    <section className="panel" aria-labelledby="outages-heading">
      <h2 id="outages-heading">{words.label}</h2>
      {outages.length === 0 && <p className="quiet">{words.none}</p>}
      <ol className="outages" reversed>
        {outages.map((outage) => (
          <OutageItem key={outage.number} outage={outage} />
        ))}
      </ol>
    </section>
  );
});

function OutageItem({ outage }: { outage: Outage }) {
  const { outages: words } = useWords();
  const numbers = useNumbers();
  const { at, cause, closeCode, attempts, end } = outage;
  const code = closeCode === null ? "" : ` (${fill(words.closeCode, { code: closeCode })})`;
  return (
    <li data-end={end?.how ?? "open"}>
      <time dateTime={new Date(at).toISOString()}>{numbers.time(at)}</time>
      <div>
        <p>
          {words.causes[cause]}
          <span className="quiet">{code}</span>
        </p>
        <p className="end">{end ? endText(end, words) : words.under}</p>
        <p className="quiet">{restText({ at, attempts, end }, words, numbers)}</p>
      </div>
    </li>
  );
}

function endText({ how, reason }: OutageEnd, words: Words["outages"]): string {
  if (how === "resynced") return fill(words.resynced, { reason: reason ?? "" });
  return how === "resumed" ? words.resumed : words.started;
}

function restText(
  { at, attempts, end }: Pick<Outage, "at" | "attempts" | "end">,
  words: Words["outages"],
  numbers: Numbers,
): string {
  const tried = attempts === 1 ? [] : [fill(words.attempts, { count: attempts })];
  if (!end) return tried.join("");
  const lasted = fill(words.lasted, { seconds: numbers.seconds(end.at - at) });
  const caughtUp = fill(words.caughtUp, { count: numbers.count(end.caughtUp) });
  const missed = end.caughtUp === 0 ? words.nothingMissed : caughtUp;
  return [...(end.how === "resumed" ? [missed] : []), lasted, ...tried].join(" · ");
}
