import { render } from "svelte/server";
import App from "./App.svelte";

export const rendered = (props) => render(App, { props });
