/** The present day as an ISO date, in UTC. */
export function today(now: Date = new Date()): string {
  return now.toISOString().slice(0, 10);
}
