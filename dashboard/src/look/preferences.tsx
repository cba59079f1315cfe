import { useLanguage } from "../words/language.js";
import { MoonIcon, SunIcon } from "./icons.js";
import { useTheme } from "./theme.js";

/** The other language, and the other theme. */
export function Preferences() {
  const { words, toggle: toggleLanguage } = useLanguage();
  const { theme, toggle: toggleTheme } = useTheme();
  const otherCode = words.code === "en" ? "ko" : "en";
  const themeText = theme === "dark" ? words.theme.toLight : words.theme.toDark;
  return (
    <>
      <button type="button" className="plain" onClick={toggleLanguage} lang={otherCode}>
        {words.otherLanguage}
      </button>
      <button
        type="button"
        className="plain icon"
        onClick={toggleTheme}
        aria-label={themeText}
        title={themeText}
      >
        {theme === "dark" ? <SunIcon /> : <MoonIcon />}
      </button>
    </>
  );
}
