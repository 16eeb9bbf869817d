/** The style sheet of the documentation pages, served as a file of its own so that nothing has to be inline. */
export const style = `:root {
  color-scheme: light dark;
  --text: light-dark(#1b1f24, #e4e7eb);
  --soft: light-dark(#57606a, #9aa4af);
  --ground: light-dark(#ffffff, #14171b);
  --raised: light-dark(#f4f6f8, #1d2126);
  --line: light-dark(#d5dae0, #333a42);
  --link: light-dark(#0b5cad, #7fb8f5);
}
* { box-sizing: border-box; }
body {
  margin: 0; color: var(--text); background: var(--ground);
  font: 16px/1.6 system-ui, sans-serif; display: grid;
  grid-template-columns: 15rem minmax(0, 56rem); gap: 0 3rem; padding: 0 1.5rem 6rem;
}
nav { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow: auto; padding: 2.25rem 0; font-size: 0.9375rem; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav li { margin: 0.25rem 0; }
a { color: var(--link); text-underline-offset: 0.15em; }
nav a { text-decoration: none; }
nav a:hover { text-decoration: underline; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 2rem 0 1rem; }
h2 { font-size: 1.25rem; margin: 3rem 0 0.5rem; padding-top: 1rem; border-top: 1px solid var(--line); }
h2::first-letter { text-transform: uppercase; }
h3 { font-size: 1.0625rem; margin: 2rem 0 0.25rem; }
p { margin: 0.5rem 0; max-width: 44rem; }
code { font: 0.875em/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
.line code { background: var(--raised); border: 1px solid var(--line); border-radius: 4px; padding: 0.15rem 0.4rem; }
.mark { color: var(--soft); font-size: 0.8125rem; margin-left: 0.5rem; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.25rem 1rem; margin: 0.75rem 0; }
dt { color: var(--soft); }
dd { margin: 0; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.9375rem; }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 1rem 0.4rem 0; border-bottom: 1px solid var(--line); }
thead th { color: var(--soft); font-weight: 500; }
tbody th { font-weight: 400; }
tbody th code { white-space: nowrap; }
:target { background: var(--raised); scroll-margin-top: 1rem; }
@media (max-width: 50rem) {
  body { display: block; padding: 0 1rem 4rem; }
  nav { position: static; max-height: none; padding: 1rem 0 0; }
  dl { grid-template-columns: minmax(0, 1fr); gap: 0; }
  dd { margin-bottom: 0.5rem; }
}
@media print { nav { display: none; } body { display: block; } }
`;
