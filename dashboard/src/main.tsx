import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.js";
import { SpeakingLanguage } from "./words/language.js";
import "./look/base.css";
import "./look/sign-in.css";
import "./look/wall.css";
import "./look/table.css";

const place = document.getElementById("dashboard");
if (!place) throw new Error("The page has no place for the dashboard");
createRoot(place).render(
  <StrictMode>
    <SpeakingLanguage>
      <App />
    </SpeakingLanguage>
  </StrictMode>,
);
