import { useMemo } from "react";
import { useWords } from "../words/language.js";

/** Counts and times in the language in use. Money is not among them: it is never a number. */
export interface Numbers {
  count(value: number): string;
  /** A rate; small ones with a decimal. */
  rate(value: number): string;
  /** A moment's time of day, to the second. Milliseconds since 1970. */
  time(at: number): string;
  /** Milliseconds as seconds with a decimal. */
  seconds(ms: number): string;
}

export function useNumbers(): Numbers {
  const { code } = useWords();
  return useMemo(() => numbersOf(code), [code]);
}

function numbersOf(code: string): Numbers {
  const whole = new Intl.NumberFormat(code, { maximumFractionDigits: 0 });
  const fine = new Intl.NumberFormat(code, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const time = new Intl.DateTimeFormat(code, {
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  });
  return {
    count: (value) => whole.format(value),
    rate: (value) => (value > 0 && value < 10 ? fine.format(value) : whole.format(value)),
    time: (at) => time.format(at),
    seconds: (ms) => fine.format(ms / 1_000),
  };
}
