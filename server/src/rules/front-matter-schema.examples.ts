import type { Example } from "./rule.js";

const fileName = "2022-11-04-hydra.md";
const siteFiles = { "authors.yml": "ch1bo:\n  name: Sebastian Nagel\n" };

export const frontMatterSchemaExamples: readonly Example[] = [
  {
    title: "A colon in a title",
    fileName,
    markdown: "---\ntitle: ⟦Hydra: the head opens⟧\nauthors: ch1bo\n---\n",
    messages: [
      'A text with ": " in it needs quotes here. The site cannot read this front matter.',
    ],
    fixed: '---\ntitle: "Hydra: the head opens"\nauthors: ch1bo\n---\n',
  },
  {
    title: "A list that is not closed",
    fileName,
    markdown: "---\n⟦tags: [hydra⟧\n---\n",
    messages: [
      'A list\'s "]" is missing. The site cannot read this front matter.',
    ],
  },
  {
    title: "A field that stands there twice",
    fileName,
    markdown: "---\ntitle: A\n⟦title: B⟧\n---\n",
    messages: [
      "This field stands here twice. The site cannot read this front matter.",
    ],
  },
  {
    title: "One tag where a list must be",
    fileName,
    siteFiles,
    markdown: "---\ntags: ⟦hydra, release⟧\n---\n",
    messages: ['"tags" takes a list of tags.'],
    fixed: "---\ntags: [hydra, release]\n---\n",
  },
  {
    title: "Values of another type",
    fileName,
    siteFiles,
    markdown:
      "---\ntitle: ⟦[WIP]⟧\nhide_table_of_contents: ⟦yes⟧\ndate: ⟦2022-13-04⟧\n⟦description⟧:\ntoc_max_heading_level: ⟦7⟧\n---\n",
    messages: [
      '"title" takes text.',
      '"hide_table_of_contents" takes true or false.',
      '"date" takes a date such as 2022-11-04.',
      '"description" has no value. Give it one, or take the line out.',
      '"toc_max_heading_level" takes a number from 2 to 6.',
    ],
  },
  {
    title: "Another word for true or false",
    fileName,
    siteFiles,
    markdown: "---\ndraft: ⟦yes⟧\nunlisted: ⟦'off'⟧\n---\n",
    messages: [
      '"draft" takes true or false.',
      '"unlisted" takes true or false.',
    ],
    fixed: "---\ndraft: true\nunlisted: false\n---\n",
  },
  {
    title: "A misspelt field",
    fileName,
    siteFiles,
    markdown:
      "---\n⟦titel⟧: Hydra\n⟦tag⟧: [hydra]\n⟦hide-table-of-contents⟧: true\n---\n",
    messages: [
      'The site knows no field "titel". Did you mean "title"?',
      'The site knows no field "tag". Did you mean "tags"?',
      'The site knows no field "hide-table-of-contents". Did you mean "hide_table_of_contents"?',
    ],
    fixed:
      "---\ntitle: Hydra\ntags: [hydra]\nhide_table_of_contents: true\n---\n",
  },
  {
    title: "The old fields beside the new one",
    fileName,
    siteFiles,
    markdown: "---\nauthors: ch1bo\n⟦author_title⟧: Hydra Team Lead\n---\n",
    messages: [
      '"author_title" cannot stand beside "authors". Keep one of them.',
    ],
  },
  {
    title: "All that Docusaurus takes",
    fileName,
    siteFiles,
    markdown: `---
title: 2022
authors:
  - ch1bo
  - name: Marcin
    url: https://github.com/coot
tags: [hydra, 2022, { label: "Head", permalink: /head }]
date: Nov 4, 2022
draft: "true"
keywords: [a, b]
toc_min_heading_level: 2
toc_max_heading_level: "4"
last_update: { author: ch1bo }
---
`,
  },
  {
    title: "Fields of a theme or plugin",
    fileName,
    siteFiles,
    markdown: "---\ntitle: Hydra\nsponsor: nobody\nlayout: wide\n---\n",
  },
  {
    title: "The fields of another site generator",
    fileName: "2022-11-04-hydra.md",
    markdown: "---\ntags: hydra\ntag: x\ndescription:\n---\n",
  },
];
