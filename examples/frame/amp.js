// What AMP does for a frame with `resizable`: it takes the height that the frame asks for.

addEventListener("message", ({ data, source }) => {
  if (data?.sentinel !== "amp" || data.type !== "embed-size") return;
  for (const frame of document.querySelectorAll("iframe")) {
    if (frame.contentWindow === source) frame.height = data.height;
  }
});
