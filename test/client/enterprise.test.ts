import { expect, test } from "vitest";
import { enterpriseOf } from "../../client/src/enterprise.js";

test.each<[string | undefined, string | undefined, object | undefined]>([
  [undefined, undefined, undefined],
  ["https://api.github.com", "https://github.example.com", undefined],
  [
    "https://github.example.com/api/v3",
    "https://github.example.com/",
    { host: "github.example.com", canSignIn: true },
  ],
  [
    "https://api.octo.ghe.com",
    "https://octo.ghe.com",
    { host: "octo.ghe.com", canSignIn: true },
  ],
  [
    "https://GitHub.example.com:8443/api/v3/",
    "https://github.example.com:8443",
    { host: "github.example.com:8443", canSignIn: true },
  ],
  // Where VS Code signs in elsewhere, or nowhere, its token is not for this host.
  [
    "https://github.example.com/api/v3",
    "https://elsewhere.example",
    { host: "github.example.com", canSignIn: false },
  ],
  [
    "https://github.example.com/api/v3",
    undefined,
    { host: "github.example.com", canSignIn: false },
  ],
  [
    "https://github.example.com/api/v3",
    "no address",
    { host: "github.example.com", canSignIn: false },
  ],
])("%s and %s", (apiUrl, uri, expected) => {
  expect(enterpriseOf(apiUrl, uri)).toEqual(expected);
});
