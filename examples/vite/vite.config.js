import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [svelte()],
  // The explainer fetches its files, which pages with a policy do not allow for addresses with `data:`.
  build: { assetsInlineLimit: 0, rolldownOptions: { input: ["index.html", "react.html", "svelte.html"] } },
  // The development server would move the script away from the files beside it.
  optimizeDeps: { exclude: ["sahel-explainer"] },
});
