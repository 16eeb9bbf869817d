import { mirrorAdapter, referenceAdapter } from "../reference/adapter.js";
import { completeSubject } from "../subject/complete-subject.js";
import type { Subject } from "../subject/subject.js";

const reference = completeSubject({ adapter: referenceAdapter });
const mirror = completeSubject({ adapter: mirrorAdapter });

/** Whom a subject's tokens go to and come from: the reference adapter first, and each other vendor that was given once. */
export function partnersOf(subject: Subject, given: readonly Subject[] = []): readonly Subject[] {
  const { vendor } = subject.adapter;
  const first = vendor === reference.adapter.vendor ? mirror : reference;
  const vendors = new Set([vendor, first.adapter.vendor]);
  const others = given.filter(({ adapter }) => !vendors.has(adapter.vendor) && vendors.add(adapter.vendor));
  return [first, ...others.map(completeSubject)];
}
