import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** Whether a request names a host that there can be. */
export function hasValidHost(headers: IncomingHttpHeaders): boolean {
  return [headers.host, headers['x-forwarded-host']].every((given) => {
    const [host = ''] = String(given ?? '').split(',');
    return host.trim() === '' || isHost(host.trim());
  });
}

/** Whether a request names no more than one host (RFC 9112, 3.2): of two, who is in front may have read the other. */
export function namesOneHost({ rawHeaders }: IncomingMessage): boolean {
  let hosts = 0;
  for (let name = 0; name < rawHeaders.length; name += 2) if (rawHeaders[name]?.length === 4 && rawHeaders[name]?.toLowerCase() === 'host') hosts += 1;
  return hosts < 2;
}

function isHost(host: string): boolean {
  return !/[/\\?#@]/.test(host) && URL.canParse(`http://${host}`);
}
