// A CommonJS module: Node lets it require the packages, and the compiler has to know that.
import core = require("@roompass/core");
import daily = require("@roompass/daily");

export const provider: daily.DailyProvider = daily.createDaily({ apiKey: "TEST-key", domainId: "TEST-domain" });
export const parse: typeof core.parseGrant = core.parseGrant;
