import { mount } from "svelte";
import Article from "./Article.svelte";

const target = document.querySelector("#app");
if (target) mount(Article, { target });
