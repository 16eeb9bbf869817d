/**
 * LiveKit's tokens are signed with the project's secret, never minted by a request, and the vendor documents no call
 * that checks one. There is nothing to request here; the file keeps its place so that every adapter has the same rooms.
 *
 * @see https://docs.livekit.io/frontends/reference/tokens-grants.md
 */
export const requestPlans: Readonly<Record<never, never>> = Object.freeze({});
