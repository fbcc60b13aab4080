// The element in a React component: options as props, what the reader does as state.

import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";
import "sahel-explainer";
import type {} from "sahel-explainer/react";

const COUNTRIES = ["ML", "NE", "BF"] as const;

function Article() {
  const [country, setCountry] = useState<string | null>("ML");
  return (
    <>
      <p>
        {COUNTRIES.map((id) => (
          <button key={id} type="button" onClick={() => setCountry(id)}>{id}</button>
        ))}
        <output>{country}</output>
      </p>
      <sahel-explainer
        lang="en"
        load="eager"
        headingLevel={3}
        country={country}
        onexplainer-select={({ detail }) => setCountry(detail.kind === "country" ? detail.id : null)}
      >
        <p>Two days in Bamako</p>
      </sahel-explainer>
    </>
  );
}

const app = document.querySelector("#app");
if (app) createRoot(app).render(<StrictMode><Article /></StrictMode>);
