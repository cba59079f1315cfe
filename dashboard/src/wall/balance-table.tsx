import { useId, useRef } from "react";
import type { BalanceBook } from "../live/balance-book.js";
import type { WallView } from "../live/live-wall.js";
import type { ViewRow } from "../live/view-rows.js";
import { useWords } from "../words/language.js";
import { AccountRow } from "./account-row.js";
import { PartnerRow } from "./partner-row.js";
import { COLUMNS, freshnessOf, rowDomId } from "./row-shape.js";
import type { Choice } from "./series.js";
import { useGridKeys } from "./use-grid-keys.js";
import { useRowWindow, type RowWindow } from "./use-row-window.js";

interface BalanceTableProps {
  rows: readonly ViewRow[];
  book: BalanceBook;
  /** Another one is another frame. */
  view: WallView;
  chosenId: string | null;
  onChoose(choice: Choice): void;
}

/** The accounts by partner. Only the rows in sight are in the page, however many there are. */
export function BalanceTable(props: BalanceTableProps) {
  const { rows, view, onChoose } = props;
  const { isFilled, accounts } = view;
  const { table: words } = useWords();
  const keysId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const window = useRowWindow(scroller, rows);
  const keys = useGridKeys(rows, window, (id) => onChoose({ kind: "account", id }));
  const active = rows[keys.active];
  const isActiveInPage = window.items.some(({ index }) => index === keys.active);
  return (
    <>
      <p id={keysId} hidden>
        {words.keys}
      </p>
      <div
        className="table"
        role="grid"
        ref={scroller}
        tabIndex={0}
        aria-label={words.label}
        aria-describedby={keysId}
        aria-rowcount={rows.length + 1}
        aria-colcount={COLUMNS.length}
        aria-busy={!isFilled}
        aria-activedescendant={active && isActiveInPage ? rowDomId(active) : undefined}
        onKeyDown={keys.onKeyDown}
      >
        <Head />
        {rows.length > 0 && (
          <Body {...props} window={window} active={keys.active} onPoint={keys.moveTo} />
        )}
        {rows.length === 0 && <Nothing isFilled={isFilled} isEmpty={accounts.length === 0} />}
      </div>
    </>
  );
}

function Head() {
  const { table: words } = useWords();
  return (
    <div className="row head" role="row" aria-rowindex={1}>
      {COLUMNS.map(({ name, isFigure }) => (
        <span key={name} role="columnheader" className={isFigure ? "figure-cell" : undefined}>
          {words[name]}
        </span>
      ))}
    </div>
  );
}

interface BodyProps extends BalanceTableProps {
  window: RowWindow;
  active: number;
  onPoint(index: number): void;
}

function Body({ rows, book, view, chosenId, onChoose, window, active, onPoint }: BodyProps) {
  const { names, at } = view;
  const choose = (id: string, index: number): void => {
    onPoint(index);
    onChoose({ kind: "account", id });
  };
  return (
    <div className="table-body" role="rowgroup" style={{ height: window.height }}>
      {window.items.map(({ index, start }) => {
        const row = rows[index];
        if (!row) return null;
        const place = { domId: rowDomId(row), index, start, isActive: index === active };
        if (row.kind === "partner") {
          return <PartnerRow key={row.key} {...place} row={row} book={book} />;
        }
        const balance = book.row(row.key);
        if (!balance) return null;
        return (
          <AccountRow
            key={row.key}
            {...place}
            row={balance}
            reference={names.references.get(row.key) ?? ""}
            freshness={freshnessOf(balance, at)}
            isChosen={row.key === chosenId}
            onChoose={choose}
          />
        );
      })}
    </div>
  );
}

function Nothing({ isFilled, isEmpty }: { isFilled: boolean; isEmpty: boolean }) {
  const { table: words } = useWords();
  if (!isFilled) {
    return (
      <div className="nothing" role="status">
        <span className="visually-hidden">{words.loading}</span>
        <Skeleton />
      </div>
    );
  }
  return (
    <p className="nothing quiet" role="status">
      {isEmpty ? words.empty : words.noMatch}
    </p>
  );
}

/** Where rows will be. */
function Skeleton() {
  return (
    <div aria-hidden="true" className="skeleton">
      {Array.from({ length: 12 }, (_, index) => (
        <span key={index} />
      ))}
    </div>
  );
}
