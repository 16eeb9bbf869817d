/** The page's one style sheet: light and dark by the reader's system, printable, readable at 360 pixels. */
export const style = `
:root{color-scheme:light dark;--page:#f6f7f9;--card:#fff;--ink:#171b24;--soft:#565f70;--line:#dfe3ea;--head:#f0f2f6;
--good:#11703a;--good-back:#e2f4e8;--warn:#85500a;--warn-back:#fcefd5;--bad:#b0192b;--bad-back:#fde5e7;
--info:#1b56b0;--info-back:#e4edfb;--none:#565f70;--none-back:#eceff4;--accent:#3b53c4;
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;
--mono:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace}
@media (prefers-color-scheme:dark){:root{--page:#0f1218;--card:#171b23;--ink:#e9ecf2;--soft:#a0a9ba;--line:#2a303c;
--head:#1d222c;--good:#6fd797;--good-back:#12301f;--warn:#f2bd62;--warn-back:#38290c;--bad:#ff8f9a;--bad-back:#401a20;
--info:#90b9ff;--info-back:#182a49;--none:#a0a9ba;--none-back:#222834;--accent:#a3b2ff}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.55 var(--sans)}
main,header.top,footer{max-width:1120px;margin:0 auto;padding:0 24px}
header.top{padding-top:40px}
.kicker{margin:0;color:var(--soft);font-size:.82rem;letter-spacing:.07em;text-transform:uppercase;font-weight:600}
h1{margin:.1em 0 .1em;font-size:clamp(1.7rem,5vw,2.4rem);line-height:1.15;letter-spacing:-.02em;overflow-wrap:anywhere}
.package{margin:0 0 20px;color:var(--soft);overflow-wrap:anywhere}
h2{margin:0 0 4px;font-size:1.25rem;letter-spacing:-.01em}
.lead{margin:0 0 16px;color:var(--soft);max-width:72ch}
.verdict{display:grid;grid-template-columns:auto 1fr;gap:4px 16px;align-items:center;border-radius:14px;padding:18px 22px;
border:1px solid currentColor}
.verdict .sign{grid-row:span 2;font-size:1.9rem;line-height:1;font-weight:700}
.verdict strong{font-size:1.2rem}
.verdict p{margin:0;color:var(--ink);overflow-wrap:anywhere}
.tone-good{color:var(--good);background:var(--good-back)}
.tone-warn{color:var(--warn);background:var(--warn-back)}
.tone-bad{color:var(--bad);background:var(--bad-back)}
.tone-info{color:var(--info);background:var(--info-back)}
.tone-none{color:var(--none);background:var(--none-back)}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(128px,1fr));gap:12px;margin:16px 0 0;padding:0}
.facts div{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:12px 16px}
.facts dt{color:var(--soft);font-size:.85rem}
.facts dd{margin:0;font-size:1.6rem;font-weight:650;line-height:1.2;font-variant-numeric:tabular-nums}
.facts .bad dd{color:var(--bad)}
nav{margin:20px 0 0;display:flex;flex-wrap:wrap;gap:6px 18px;font-size:.93rem}
a{color:var(--accent);text-underline-offset:2px}
section{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:24px;margin:24px 0;scroll-margin-top:12px}
table{border-collapse:collapse;width:100%;font-size:.93rem}
th,td{padding:8px 10px;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
tbody tr:last-child>*{border-bottom:0}
thead th{background:var(--head);font-size:.8rem;color:var(--soft);font-weight:600;white-space:nowrap}
thead th:first-child{border-radius:8px 0 0 8px}thead th:last-child{border-radius:0 8px 8px 0}
th[scope=row]{font-weight:500}
th[scope=row] code{overflow-wrap:normal;word-break:keep-all}
.counts th.number,.counts td.number{width:8.5rem}.counts .level{width:6rem}
.number{text-align:right;font-variant-numeric:tabular-nums}
td.number.zero{color:var(--soft);opacity:.55}
td.number.bad{color:var(--bad);font-weight:650}td.number.warn{color:var(--warn);font-weight:650}
code,pre{font-family:var(--mono);font-size:.86em}
code{overflow-wrap:anywhere}
.chip{display:inline-block;border-radius:999px;padding:1px 10px;font-size:.82rem;font-weight:600;white-space:nowrap}
.scroll{overflow-x:auto;margin:0 -24px;padding:0 24px}
.group th{background:none;padding-top:22px;color:var(--soft);font-size:.8rem;text-transform:uppercase;letter-spacing:.06em;font-weight:600}
.quiet{color:var(--soft);font-size:.88rem}
.note{max-width:52ch}
.losses td,.losses thead th:not(:first-child){text-align:center}
.losses th[scope=row]{position:sticky;left:0;background:var(--card);white-space:nowrap}
.losses td{padding:4px 6px;vertical-align:middle}
.losses .chip{min-width:84px}.losses{width:auto;min-width:60%}
.losses .seen{box-shadow:inset 0 0 0 1.5px currentColor}
section>h3{margin:22px 0 10px;font-size:1rem}
.cards td:nth-child(3){min-width:190px}
.legend{display:flex;flex-wrap:wrap;gap:8px 20px;padding:0;margin:14px 0 0;list-style:none;font-size:.88rem}
.case{border:1px solid var(--line);border-left:4px solid var(--bad);border-radius:10px;padding:16px 18px;margin:14px 0 0;break-inside:avoid}
.case.soft{border-left-color:var(--warn)}
.case h3{margin:0 0 6px;font-size:1rem;display:flex;flex-wrap:wrap;gap:6px 10px;align-items:baseline}
.case h3 .quiet{font-weight:400}
.case p{margin:6px 0;max-width:80ch;overflow-wrap:anywhere}
.diff{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:2px 14px;margin:10px 0;padding:10px 14px;background:var(--head);border-radius:8px;font-size:.9rem}
.diff dt{color:var(--soft)}.diff dd{margin:0;min-width:0}
.diff .place{grid-column:1/-1;font-weight:600;overflow-wrap:anywhere}
.diff .place:not(:first-child){margin-top:8px}
pre{margin:8px 0 0;padding:10px 14px;background:var(--head);border-radius:8px;white-space:pre-wrap;overflow-wrap:anywhere}
.empty{margin:0;color:var(--soft)}
footer{color:var(--soft);font-size:.88rem;padding-bottom:48px}
footer dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:2px 18px;margin:0 0 14px}
footer dd{margin:0;overflow-wrap:anywhere}
@media (max-width:720px){
main,header.top,footer{padding-left:14px;padding-right:14px}
header.top{padding-top:24px}
section{padding:18px 14px;border-radius:12px;margin:16px 0}
.scroll{margin:0 -14px;padding:0 14px}
.verdict{padding:14px 16px;gap:2px 12px}
.cards thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
.cards,.cards tbody,.cards tr,.cards td,.cards th{display:block}
.cards tr{padding:10px 0;border-bottom:1px solid var(--line)}
.cards tr.group{border-bottom:0;padding:6px 0 0}
.cards tr>*{border:0;padding:2px 0}
.cards td:empty{display:none}
.counts th[scope=row]{display:inline-block!important;min-width:92px}
.counts tr>*{width:auto!important}.counts td[colspan]{display:inline-block}
.cards td:nth-child(3){min-width:0}
.cards .number{text-align:left;display:inline-block;margin-right:16px}
.cards .number::after{content:" " attr(data-label);color:var(--soft);font-weight:400}
.cards .number.zero{display:none}
.cards .level{display:inline-block;margin-right:16px}
.losses th[scope=row]{white-space:normal;min-width:112px;max-width:140px}
footer dl{grid-template-columns:1fr}footer dd{margin-bottom:6px}}
@media print{body{background:#fff;font-size:10.5pt}section{border:0;padding:0;margin:18pt 0}nav{display:none}
main,header.top,footer{max-width:none;padding:0}.scroll{overflow:visible;margin:0;padding:0}
tr,.case{break-inside:avoid}thead{display:table-header-group}
.chip,.verdict,thead th{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;
