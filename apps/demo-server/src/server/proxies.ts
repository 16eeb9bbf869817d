import { BlockList, isIP } from "node:net";

/** Whether an address is a trusted proxy's. */
export type IsProxy = (address: string | undefined) => boolean;

/** @param proxies Addresses and ranges, checked when the configuration was read. */
export function createProxyList(proxies: readonly string[]): IsProxy {
  const list = new BlockList();
  for (const proxy of proxies) {
    const [address = "", bits] = proxy.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return (address) => {
    const version = isIP(address ?? "");
    return version !== 0 && list.check(address ?? "", version === 6 ? "ipv6" : "ipv4");
  };
}
