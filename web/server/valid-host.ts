import type { IncomingHttpHeaders } from 'node:http';

/** Whether a request names a host that there can be. */
export function hasValidHost(headers: IncomingHttpHeaders): boolean {
  return [headers.host, headers['x-forwarded-host']].every((given) => {
    const [host = ''] = String(given ?? '').split(',');
    return host.trim() === '' || URL.canParse(`http://${host.trim()}`);
  });
}
