const whole = value => Math.round(value).toLocaleString('en');
const share = value => value < 10 ? value.toFixed(2) : whole(value);
const ms = value => `${value.toFixed(value < 10 ? 2 : 1)} ms`;

/** The table of a result, for the terminal and for Markdown. */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(2, ...rows.map(row => row[column].length)));
  const line = row => `| ${row.map((cell, column) => column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`).join(' | ')} |`;
  return [line(rows[0]), rule, ...rows.slice(1).map(line)].join('\n');
}

/**
 * A result in words and tables.
 *
 * @param {object} result as it is written to the JSON file
 */
export function report({ name, day, machine, setup, peak, half, ratios, firstRendering, missing }) {
  const peakRows = Object.entries(peak).map(([target, { rate, lowest, highest, perProcessorSecond }]) => [target, whole(rate), `${whole(lowest)} to ${whole(highest)}`, whole(perProcessorSecond)]);
  const halfRows = Object.entries(half).map(([target, { rate, connections, p50, p90, p99 }]) => [target, whole(rate), String(connections), ms(p50), ms(p90), ms(p99)]);
  const ratioRows = Object.entries(ratios).map(([words, { rate, perProcessorSecond }]) => [words, share(rate), share(perProcessorSecond)]);
  return [
    `# ${name}, ${day}`,
    `${machine.processor}, ${machine.cores} cores, ${machine.memoryGb} GB; ${machine.system}; Node ${machine.node}, ${machine.nginx}, wrk ${machine.wrk}. Load when it began: ${machine.loadAtStart}.`,
    `${whole(setup.articles)} articles. The page: ${whole(setup.page.bytes)} bytes, ${whole(setup.page.sentBytes)} as sent (${setup.page.coding}). Server and client on one core each; medians of ${setup.rounds} rounds of ${setup.seconds} s, each target in turn. “A processor second” counts the time that the server's processes had, with the system's work for them: others at work on the machine change it little.`,
    '## At full load',
    table([['target', 'requests a second', 'rounds', 'a processor second'], ...peakRows]),
    '## In parts of each other',
    table([['ratio', 'requests a second', 'a processor second'], ...ratioRows]),
    '## At half of that',
    table([['target', 'requests a second', 'connections', 'p50', 'p90', 'p99'], ...halfRows]),
    '## First rendering',
    `${firstRendering.pages} pages that nobody had asked for, one after the other: p50 ${ms(firstRendering.p50)}, p99 ${ms(firstRendering.p99)}.`,
    ...missing,
  ].join('\n\n').concat('\n');
}
