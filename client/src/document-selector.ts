/** Posts of any scheme: files, untitled ones, those of a virtual workspace. */
export const documentSelector = [{ language: "markdown" }, { language: "mdx" }];
