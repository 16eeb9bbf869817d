export { ceilingOfAuthority, ceilingOfGrant } from "./authority/ceilings.js";
export { blockedBy, chooseOption, type Option } from "./authority/choose-option.js";
export { isExplicit, judge, plainReading, type Verdict } from "./authority/verdict.js";
