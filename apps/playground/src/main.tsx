import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./ui/app.js";
import "./ui/style.css";

const root = document.getElementById("root");
if (root === null) throw new Error("The page has no place for the application.");
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
