declare module "commonmark" {
  export interface Node {
    readonly type: string;
    readonly destination: string | null;
  }
  export interface NodeWalker {
    next(): { readonly entering: boolean; readonly node: Node } | null;
  }
  export class Parser {
    parse(text: string): { walker(): NodeWalker };
  }
}
