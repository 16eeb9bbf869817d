export { compare, gains, isBetter, kept, type Outcome, type Outcomes, type Place } from "./compare.js";
export { everyWay, kinds, type Powers, type Reception, type Span, sure, type Until, type Where } from "./powers.js";
export { powersOfAuthority } from "./powers-of-authority.js";
export {
  answers,
  isAllowedBySilence,
  isOpen,
  isWithheld,
  type Right,
  rights,
  type Said,
  type Sight,
  type Verdict,
  verdictOf,
} from "./rights-table.js";
