import { BlockList, isIP } from 'node:net';
import { fileURLToPath } from 'node:url';

// Once more an hour later, in case the first attempt fails. The European Central Bank publishes at about 16:00.
const usualSchedule = '15 17,18 * * 1-5';

export interface RatesSettings {
  address: URL;
  /** A cron expression, in Central European time. */
  schedule: string;
}

/**
 * Reads where and when exchange rates are fetched; null where they are entered by hand only.
 *
 * @throws Error when the address cannot be used, with what to do
 */
export function ratesSettings(env: NodeJS.ProcessEnv = process.env): RatesSettings | null {
  const { EXCHANGE_RATES_URL: text, EXCHANGE_RATES_SCHEDULE: schedule } = env;
  return text ? { address: usableAddress(text), schedule: schedule || usualSchedule } : null;
}

/** An address as logs and people may see it: a query string can hold a key. */
export const shownAddress = ({ protocol, host, pathname }: URL): string => `${protocol}//${host}${pathname}`;

function usableAddress(text: string): URL {
  const address = URL.parse(text);
  const fault = address === null ? 'is not an address' : faultOf(address);
  if (address !== null && fault === null) return address;
  throw new Error(`EXCHANGE_RATES_URL ${fault}. Give an address such as https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml or file:///srv/rates.xml, or leave it out to enter rates by hand.`);
}

function faultOf(address: URL): string | null {
  if (address.username || address.password) return 'must not hold a name and password: they are not sent';
  if (address.protocol === 'https:') return null;
  if (address.protocol === 'file:') return isLocalFile(address) ? null : 'does not name a file of this machine';
  if (address.protocol !== 'http:') return 'must begin with https:, http: or file:';
  return isPrivateHost(address.hostname) ? null : 'must begin with https: for a public host, since anyone on the way could change what comes by http:';
}

function isLocalFile(address: URL): boolean {
  try {
    return fileURLToPath(address) !== '';
  } catch {
    return false;
  }
}

const privateNetworks = new BlockList();
for (const [network, bits] of [['127.0.0.0', 8], ['10.0.0.0', 8], ['172.16.0.0', 12], ['192.168.0.0', 16]] as const) privateNetworks.addSubnet(network, bits);
privateNetworks.addAddress('::1', 'ipv6');
privateNetworks.addSubnet('fc00::', 7, 'ipv6');

/** Loopback and private networks; of names, those that the public name system does not have. */
function isPrivateHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  const family = isIP(host);
  if (family !== 0) return privateNetworks.check(host, family === 6 ? 'ipv6' : 'ipv4');
  return !host.includes('.') || /\.(localhost|internal)$/.test(host);
}
