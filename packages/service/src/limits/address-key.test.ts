import { describe, expect, it } from "vitest";
import { addressKey } from "./address-key.js";

describe("whose limit an address counts for", () => {
  it.each<[string | undefined, string]>([
    ["192.0.2.1", "192.0.2.1"],
    ["::ffff:192.0.2.1", "192.0.2.1"],
    ["::FFFF:192.0.2.1", "192.0.2.1"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:DB8:0001:2::", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["2001:db8::ffff:1", "2001:db8:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["::", "0:0:0:0::/64"],
    ["1:2:3:4:5:6:7", "1:2:3:4:5:6:7"],
    ["1::2::3", "1::2::3"],
    ["1:2:3:4:5:6:7:8::", "1:2:3:4:5:6:7:8::"],
    ["g::1", "g::1"],
    ["unix:/run/service.sock", "unix:/run/service.sock"],
    [undefined, "unknown"],
    ["", "unknown"],
    ["a b", "unknown"],
    ["x".repeat(65), "unknown"],
  ])("%s: %s", (address, key) => {
    expect(addressKey(address)).toBe(key);
  });
});
