import { memo } from "react";
import type { BalanceRow } from "../live/balance-row.js";
import { isZero, readable } from "../live/money.js";
import { useWords } from "../words/language.js";
import { useNumbers } from "./numbers.js";
import type { RowPlace } from "./row-shape.js";

interface AccountRowProps extends RowPlace {
  row: BalanceRow;
  reference: string;
  /** How a change that is still fresh is marked; empty otherwise. */
  freshness: string;
  isChosen: boolean;
  onChoose(id: string, index: number): void;
}

/** One account. Drawn anew only when its own figures or its place are others. */
export const AccountRow = memo(
  function AccountRow(props: AccountRowProps) {
    const { domId, index, start, isActive, row, reference, freshness, isChosen, onChoose } = props;
    const numbers = useNumbers();
    return (
      // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid has the keys
      <div
        id={domId}
        className="row account"
        role="row"
        aria-rowindex={index + 2}
        aria-selected={isChosen}
        data-active={isActive || undefined}
        data-fresh={freshness || undefined}
        style={{ transform: `translateY(${start}px)` }}
        onClick={() => onChoose(row.id, index)}
      >
        <span role="gridcell" className="name" title={row.id}>
          {reference === "" ? row.id : reference}
        </span>
        <span role="gridcell" className="code">
          {row.purpose}
        </span>
        <span role="gridcell">{row.currency}</span>
        <span role="gridcell" className="figure-cell posted">
          <Direction direction={row.direction} isFresh={freshness !== ""} />
          {readable(row.posted)}
        </span>
        <span role="gridcell" className="figure-cell">
          {readable(row.available)}
        </span>
        <span role="gridcell" className="figure-cell">
          <Pending row={row} />
        </span>
        <span role="gridcell" className="figure-cell quiet">
          {numbers.count(Number(row.version))}
        </span>
        <span role="gridcell" className="figure-cell quiet">
          {row.lastPostedAt === null ? "–" : numbers.time(Date.parse(row.lastPostedAt))}
        </span>
      </div>
    );
  },
  // The function that chooses is another one in each frame and does the same.
  (before, now) =>
    before.row === now.row &&
    before.freshness === now.freshness &&
    before.index === now.index &&
    before.start === now.start &&
    before.isActive === now.isActive &&
    before.isChosen === now.isChosen &&
    before.reference === now.reference,
);

interface DirectionProps {
  direction: BalanceRow["direction"];
  isFresh: boolean;
}

/** Colour is not all that tells which way it went. */
function Direction({ direction, isFresh }: DirectionProps) {
  const { table: words } = useWords();
  if (!isFresh || direction === "level") return null;
  return (
    <>
      <span className="direction" aria-hidden="true">
        {direction === "up" ? "▲" : "▼"}
      </span>
      <span className="visually-hidden">{words[direction]} </span>
    </>
  );
}

function Pending({ row: { pendingOut, pendingIn } }: { row: BalanceRow }) {
  const { table: words } = useWords();
  if (isZero(pendingOut) && isZero(pendingIn)) return <span className="quiet">–</span>;
  return (
    <>
      {!isZero(pendingOut) && (
        <span title={words.pendingOut}>
          {"\u2212"}
          {readable(pendingOut)}
        </span>
      )}
      {!isZero(pendingIn) && (
        <span title={words.pendingIn}>
          {" +"}
          {readable(pendingIn)}
        </span>
      )}
    </>
  );
}
