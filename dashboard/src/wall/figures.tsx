import type { ReactNode } from "react";
import { memo } from "react";
import type { Figures as FiguresOfMeters } from "../live/meters.js";
import type { WallView } from "../live/live-wall.js";
import { KEPT_SECONDS } from "../live/rate-meter.js";
import { fill } from "../words/fill.js";
import { useWords } from "../words/language.js";
import { Sparkline } from "./sparkline.js";
import { useNumbers } from "./numbers.js";

interface FiguresProps {
  view: WallView;
  /** How many accounts the filter leaves. */
  shown: number;
}

/** The figures along the top. */
export function Figures({ view, shown }: FiguresProps) {
  const { figures, outageCount, accounts } = view;
  return (
    <FigureStrip
      figures={figures}
      accounts={accounts.length}
      shown={shown}
      outageCount={outageCount}
    />
  );
}

interface FigureStripProps {
  figures: FiguresOfMeters;
  accounts: number;
  shown: number;
  outageCount: number;
}

const FigureStrip = memo(function FigureStrip(props: FigureStripProps) {
  const { figures, accounts, shown, outageCount } = props;
  const { figures: words } = useWords();
  const numbers = useNumbers();
  const filtered = shown === accounts ? "" : fill(words.shown, { count: numbers.count(shown) });
  return (
    <dl className="figures" aria-label={words.label}>
      <Figure name={words.accounts} note={filtered}>
        {numbers.count(accounts)}
      </Figure>
      <RateFigure figures={figures} />
      <LagFigure figures={figures} />
      <Figure name={words.changes} note="">
        {numbers.count(figures.changes)}
      </Figure>
      <Figure name={words.lastCommit} note="">
        {figures.lastCommitAt === null ? words.never : numbers.time(figures.lastCommitAt)}
      </Figure>
      <Figure name={words.reconnects} note={outageCount === 0 ? words.reconnectsNone : ""}>
        {numbers.count(outageCount)}
      </Figure>
    </dl>
  );
});

function RateFigure({ figures }: { figures: FiguresOfMeters }) {
  const { figures: words } = useWords();
  const numbers = useNumbers();
  const peak = numbers.count(Math.max(0, ...figures.changesBySecond));
  return (
    <Figure name={words.rate} note="" className="wide">
      <span>
        {numbers.rate(figures.changesPerSecond)}
        <small>{words.perSecond}</small>
      </span>
      <Sparkline
        values={figures.changesBySecond}
        capacity={KEPT_SECONDS}
        label={fill(words.rateHistory, { peak })}
      />
    </Figure>
  );
}

function LagFigure({ figures }: { figures: FiguresOfMeters }) {
  const { figures: words } = useWords();
  const numbers = useNumbers();
  const { lag } = figures;
  if (lag === null) {
    return (
      <Figure name={words.lag} note={words.noLag}>
        –
      </Figure>
    );
  }
  const p95 = `${numbers.count(lag.p95)} ${words.milliseconds}`;
  return (
    <Figure name={words.lag} note={fill(words.lagRest, { p95 })}>
      {numbers.count(lag.median)}
      <small> {words.milliseconds}</small>
    </Figure>
  );
}

interface FigureProps {
  name: string;
  note: string;
  className?: string;
  children: ReactNode;
}

function Figure({ name, note, className = "", children }: FigureProps) {
  return (
    <div className={`figure ${className}`}>
      <dt>{name}</dt>
      <dd>
        <span className="figure-value">{children}</span>
        {note !== "" && <span className="quiet small">{note}</span>}
      </dd>
    </div>
  );
}
