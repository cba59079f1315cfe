import { useEffect, useState } from "react";

export type Theme = "light" | "dark";

const STORED_AS = "tutti.theme";
const SYSTEM_DARK = matchMedia("(prefers-color-scheme: dark)");

/** The theme in use: the one chosen here, else the system's, also when that changes. */
export function useTheme(): { theme: Theme; toggle(): void } {
  const [chosen, setChosen] = useState(storedTheme);
  const [system, setSystem] = useState(systemTheme);
  useEffect(() => {
    const follow = (): void => setSystem(systemTheme());
    SYSTEM_DARK.addEventListener("change", follow);
    return () => SYSTEM_DARK.removeEventListener("change", follow);
  }, []);
  const theme = chosen ?? system;
  useEffect(() => {
    document.documentElement.dataset["theme"] = theme;
  }, [theme]);
  const toggle = (): void => {
    const other = theme === "dark" ? "light" : "dark";
    localStorage.setItem(STORED_AS, other);
    setChosen(other);
  };
  return { theme, toggle };
}

function storedTheme(): Theme | null {
  const stored = localStorage.getItem(STORED_AS);
  return stored === "light" || stored === "dark" ? stored : null;
}

function systemTheme(): Theme {
  return SYSTEM_DARK.matches ? "dark" : "light";
}
