import type { JSX } from "react";
import type { Moment, Timeline } from "../reading/timeline.js";

/** Pins closer than this stand above each other. */
const nearest = 0.045;

function lanesOf(moments: readonly Moment[]): readonly number[] {
  const lanes: number[] = [];
  moments.forEach((moment, index) => {
    const before = moments[index - 1];
    const isNear = before !== undefined && moment.at - before.at < nearest;
    lanes.push(isNear ? ((lanes[index - 1] ?? 0) + 1) % 4 : 0);
  });
  return lanes;
}

const percent = (part: number): string => `${(part * 100).toFixed(2)}%`;

/** When somebody can join: numbered pins on a line, the same numbers with words below. */
export function TimelineView({ timeline }: { readonly timeline: Timeline }): JSX.Element {
  const { moments, open, isEndless, sentences } = timeline;
  const lanes = lanesOf(moments);
  return (
    <section className="card" aria-labelledby="times-title">
      <header>
        <h2 id="times-title">When</h2>
      </header>
      <div className="line" aria-hidden="true" style={{ "--lanes": Math.max(0, ...lanes) } as React.CSSProperties}>
        <div className="line-track" />
        {open !== undefined && (
          <div
            className={`line-open ${isEndless ? "endless" : ""}`}
            style={{ left: percent(open.from), width: percent(open.to - open.from) }}
          />
        )}
        {moments.map((moment, index) => (
          <div
            key={moment.id}
            className={`pin ${moment.id === "now" ? "now" : moment.tone}`}
            style={
              {
                left: percent(moment.at),
                "--lane": lanes[index],
                zIndex: 9 - (lanes[index] ?? 0),
              } as React.CSSProperties
            }
          >
            <span>{index + 1}</span>
          </div>
        ))}
      </div>
      <ol className="moments">
        {moments.map((moment, index) => (
          <li key={moment.id}>
            <span className={`pin-number ${moment.id === "now" ? "now" : moment.tone}`} aria-hidden="true">
              {index + 1}
            </span>
            <span>
              <b>{moment.label}</b>
              {moment.id !== "now" && <span className="soft"> {moment.distance}</span>}
              <br />
              <span className="tiny">{moment.time}</span>
            </span>
          </li>
        ))}
      </ol>
      {sentences.map((sentence) => (
        <p key={sentence} className="small">
          {sentence}
        </p>
      ))}
    </section>
  );
}
