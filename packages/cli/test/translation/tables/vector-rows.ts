// The rows that the vectors of the conformance suite are made of, read where they are written. The suite compares them
// entry by entry and in any order; here the whole report counts, with its order and with what is folded.
import { dailyInDoubt as inDoubt } from "../../../../conformance/scripts/tables/daily-doubt-rows.mjs";
import { dailyBounds as bounds } from "../../../../conformance/scripts/tables/daily-translate-bounds.mjs";
import { dailyEveryday as everyday } from "../../../../conformance/scripts/tables/daily-translate-everyday.mjs";
import { dailyPolicies as policies } from "../../../../conformance/scripts/tables/daily-translate-policy.mjs";
import { dailyRights as rights } from "../../../../conformance/scripts/tables/daily-translate-rights.mjs";
import { meteredInRooms as inRooms } from "../../../../conformance/scripts/tables/metered-room-rows.mjs";
import { meteredRows as ofMetered } from "../../../../conformance/scripts/tables/metered-translate-rows.mjs";
import { workedExamples as worked } from "../../../../conformance/scripts/tables/translate-examples.mjs";
import { videosdkRows as ofVideosdk } from "../../../../conformance/scripts/tables/videosdk-translate-rows.mjs";
import type { Vendor } from "../vendors.ts";
import type { Row } from "./row.ts";

/** A row as the vectors have it; the plain tables leave out whose token it is. */
type VectorRow = Omit<Row, "name" | "from"> & { readonly comment: string; readonly from?: Vendor };

const rowsOf = (from: Vendor, rows: readonly unknown[]): readonly Row[] =>
  (rows as readonly VectorRow[]).map(({ comment, ...row }) => ({ from, name: comment, ...row }));

export const workedExamples: readonly Row[] = rowsOf("daily", worked);
export const dailyBounds: readonly Row[] = rowsOf("daily", bounds);
export const dailyEveryday: readonly Row[] = rowsOf("daily", everyday);
export const dailyInDoubt: readonly Row[] = rowsOf("daily", inDoubt);
export const dailyPolicies: readonly Row[] = rowsOf("daily", policies);
export const dailyRights: readonly Row[] = rowsOf("daily", rights);
export const meteredInRooms: readonly Row[] = rowsOf("metered", inRooms);
export const meteredRows: readonly Row[] = rowsOf("metered", ofMetered);
export const videosdkRows: readonly Row[] = rowsOf("videosdk", ofVideosdk);
