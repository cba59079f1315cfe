import type {
  AccruedFigure,
  InputTotal,
  InputTotals,
  PositionConditions,
  PositionState,
  ReleaseRecord,
  Segments,
} from "./accrual-model.rules.js";

/** A position's columns of jsonb as they come from Postgres; amounts as decimal texts. */
export interface PositionJson {
  segments: Record<string, Record<string, [amount: string, count: string]>>;
  accrued: Record<string, [effect: string, residual: string, account: string]>;
  recoupable: Record<string, string>;
  releases: [clause: string, heldIn: number, effect: string][];
  conditions: PositionConditions | null;
}

type Content = Pick<
  PositionState,
  "segments" | "accrued" | "recoupable" | "releases" | "conditions"
>;

/** @returns what a position consists of */
export function readPositionJson(json: PositionJson): Content {
  return {
    segments: readSegments(json.segments),
    accrued: new Map(
      Object.entries(json.accrued).map(([key, figure]) => [key, readFigure(figure)]),
    ),
    recoupable: new Map(Object.entries(json.recoupable).map(([id, sum]) => [id, BigInt(sum)])),
    releases: json.releases.map(([clause, heldIn, effect]): ReleaseRecord => {
      return { clause, heldIn, effectMinor: BigInt(effect) };
    }),
    conditions: json.conditions,
  };
}

export function readSegments(json: PositionJson["segments"]): Map<number, Map<string, InputTotal>> {
  return new Map(
    Object.entries(json).map(([version, totals]) => [
      Number(version),
      new Map(
        Object.entries(totals).map(([name, [amount, count]]) => {
          return [name, { amountMinor: BigInt(amount), count: BigInt(count) }] as const;
        }),
      ),
    ]),
  );
}

function readFigure([effect, residual, account]: PositionJson["accrued"][string]): AccruedFigure {
  return { effectMinor: BigInt(effect), residualMinor: BigInt(residual), account };
}

export function segmentsText(segments: Segments): string {
  return objectText(segments, totalsText);
}

function totalsText(totals: InputTotals): string {
  return objectText(totals, ({ amountMinor, count }) => `["${amountMinor}","${count}"]`);
}

export function accruedText(accrued: ReadonlyMap<string, AccruedFigure>): string {
  return objectText(accrued, ({ effectMinor, residualMinor, account }) => {
    return `["${effectMinor}","${residualMinor}","${account}"]`;
  });
}

export function recoupableText(recoupable: ReadonlyMap<string, bigint>): string {
  return objectText(recoupable, (sum) => `"${sum}"`);
}

export function releasesText(releases: readonly ReleaseRecord[]): string {
  return JSON.stringify(
    releases.map(({ clause, heldIn, effectMinor }) => [clause, heldIn, effectMinor.toString()]),
  );
}

/** JSON written by hand: a generic writer cannot do bigint, and this is in the path of posting. */
function objectText<K, V>(map: ReadonlyMap<K, V>, textOf: (value: V) => string): string {
  let text = "{";
  for (const [key, value] of map) {
    text += `${text === "{" ? "" : ","}${JSON.stringify(String(key))}:${textOf(value)}`;
  }
  return `${text}}`;
}
