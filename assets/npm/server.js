// What servers get that import the package for pages they render: the names, without a browser.

const inBrowsers = async () => {
  throw new Error("sahel-explainer: explainers start in browsers only");
};

export { inBrowsers as mount, inBrowsers as define };
