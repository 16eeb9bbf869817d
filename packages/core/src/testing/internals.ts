/** What tests of adapters look at and nobody else needs: not part of the kit. */
export { ceilingOfAuthority, ceilingOfGrant } from "../authority/ceilings.js";
export { compareAuthority, isGain } from "../authority/compare-authority.js";
export { judge } from "../authority/verdict.js";
