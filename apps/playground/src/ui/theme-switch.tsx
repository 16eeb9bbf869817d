import { type JSX, useEffect, useState } from "react";

const themes = [
  ["auto", "Auto"],
  ["light", "Light"],
  ["dark", "Dark"],
] as const;

type Theme = (typeof themes)[number][0];

/** Light, dark, or as the system has it. Kept nowhere: the page stores nothing at all. */
export function ThemeSwitch(): JSX.Element {
  const [theme, setTheme] = useState<Theme>("auto");
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (theme === "auto") delete dataset["theme"];
    else dataset["theme"] = theme;
  }, [theme]);
  return (
    <fieldset className="segments">
      <legend className="hidden-visually">Colours</legend>
      {themes.map(([name, label]) => (
        <label key={name}>
          <input type="radio" name="theme" value={name} checked={theme === name} onChange={() => setTheme(name)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
