import type { RateLimit, ServiceLimits } from "@roompass/service";
import type { Configuration } from "../configuration/configuration.js";

function perMinute(requests: number): RateLimit {
  return { requests, seconds: 60 };
}

/** As many requests may wait as are worked on; what would wait longer than that is better told to come back. */
export function limitsOf(configuration: Configuration): ServiceLimits {
  return {
    concurrency: configuration.ROOMPASS_MAX_CONCURRENT,
    queue: configuration.ROOMPASS_MAX_CONCURRENT,
    perKey: perMinute(configuration.ROOMPASS_REQUESTS_PER_MINUTE_PER_KEY),
    perAddress: perMinute(configuration.ROOMPASS_REQUESTS_PER_MINUTE_PER_ADDRESS),
    anonymous: perMinute(configuration.ROOMPASS_REQUESTS_PER_MINUTE_ANONYMOUS),
  };
}
