import init from "/yew-host.js";

init({ module_or_path: "/yew-host_bg.wasm" });
