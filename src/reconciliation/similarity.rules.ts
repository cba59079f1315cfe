/** Longer references are compared by their beginnings. */
const MAX_COMPARED = 140;

/** What of a reference carries meaning: banks change blanks, dashes, leading zeros and case. */
function essence(text: string): string {
  return text
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, "")
    .replace(/^0+(?=.)/, "")
    .slice(0, MAX_COMPARED);
}

/**
 * How much of the longer of two references agrees, in whole percent: 100 less the edits that lead
 * from one to the other (Levenshtein). One that is contained in the other whole counts as 95.
 */
export function similarityPercent(left: string, right: string): number {
  const [a, b] = [essence(left), essence(right)];
  if (a === "" || b === "") return 0;
  if (a === b) return 100;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length >= 6 && long.includes(short)) return 95;
  return Math.floor(100 * (1 - editDistance(short, long) / long.length));
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: a.length + 1 }, (_, index) => index);
  for (let row = 1; row <= b.length; row++) {
    const current = [row];
    for (let column = 1; column <= a.length; column++) {
      const change = a[column - 1] === b[row - 1] ? 0 : 1;
      current[column] = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + change,
      );
    }
    previous = current;
  }
  return previous[a.length] ?? 0;
}
