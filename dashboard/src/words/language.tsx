import { createContext, useContext, useEffect, useState, type ReactNode } from "react";
import { en, type Words } from "./en.js";
import { ko } from "./ko.js";

const STORED_AS = "tutti.language";

interface Language {
  readonly words: Words;
  toggle(): void;
}

const LanguageContext = createContext<Language>({ words: en, toggle: () => undefined });

/** The texts of the language in use. */
export function useWords(): Words {
  return useContext(LanguageContext).words;
}

/** The language in use, and a way to the other one. */
export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** The language that was chosen here before, or the browser's, or English. */
export function SpeakingLanguage({ children }: { children: ReactNode }) {
  const [words, setWords] = useState(preferred);
  useEffect(() => {
    document.documentElement.lang = words.code;
    document.title = `${words.product} · ${words.title}`;
  }, [words]);
  const toggle = (): void => {
    const other = words === ko ? en : ko;
    localStorage.setItem(STORED_AS, other.code);
    setWords(other);
  };
  return <LanguageContext value={{ words, toggle }}>{children}</LanguageContext>;
}

function preferred(): Words {
  const code = localStorage.getItem(STORED_AS) ?? navigator.language;
  return code.startsWith("ko") ? ko : en;
}
