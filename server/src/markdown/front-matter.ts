import type { FrontMatter } from "./document.js";
import type { Span } from "./span.js";
import { readYaml, type Yaml } from "./yaml.js";

/** The front matter at a place; its YAML is read when it is first asked for. */
export function frontMatterAt(
  text: string,
  span: Span,
  yamlSpan: Span,
): FrontMatter {
  const { start, end } = yamlSpan;
  let yaml: Yaml | undefined;
  return {
    span,
    yamlSpan,
    get yaml() {
      yaml ??= readYaml(text.slice(start, end), start);
      return yaml;
    },
  };
}
