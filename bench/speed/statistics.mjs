/** The value below which that share of them lies. */
export function percentile(values, share) {
  return values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)];
}

/** The middle one, or the mean of the two in the middle. */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return Number.isInteger(middle) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[Math.floor(middle)];
}

/** How much of the other a value is, round by round: what disturbs the machine in a round disturbs both. */
export function medianRatio(values, others) {
  return median(values.map((value, round) => value / others[round]));
}
