import {
  type ReadSettings,
  readConfiguration,
  readSettings,
} from "../workspace/read-settings.js";
import { defaultSettings, type Settings } from "../workspace/settings.js";

/** What holds for the posts of a project. */
export interface ProjectSettings {
  readonly settings: Settings;
  /** What is wrong with the editor's settings, and with the text of `weeknotes.json`; one plain line each. */
  readonly editorProblems: readonly string[];
  readonly fileProblems: readonly string[];
}

/**
 * The editor's settings laid over `weeknotes.json`. An editor sends every setting it knows, so one that has its default
 * value says nothing, and the file's holds.
 */
export function mergeSettings(
  editor: unknown,
  configurationFile: string | undefined,
): ProjectSettings {
  const file: ReadSettings =
    configurationFile === undefined
      ? { settings: defaultSettings, problems: [] }
      : readConfiguration(configurationFile, defaultSettings);
  const { settings, problems } = readSettings(
    settingsOnly(editor),
    file.settings,
  );
  return { settings, editorProblems: problems, fileProblems: file.problems };
}

function settingsOnly(editor: unknown): unknown {
  if (editor === undefined || editor === null) return {};
  return withoutDefaults(editor, defaultSettings);
}

/** Names that are no setting of ours are the editor's own (`github.apiUrl`, `trace`) and are not ours to judge. */
function withoutDefaults(given: unknown, defaults: object): unknown {
  if (!isObject(given)) return given;
  const values = new Map<string, unknown>(Object.entries(given));
  const set: [string, unknown][] = [];
  for (const [name, usual] of Object.entries(defaults)) {
    const value = values.get(name);
    if (isObject(usual) && isObject(value) && Object.keys(usual).length > 0) {
      set.push([name, withoutDefaults(value, usual)]);
    } else if (JSON.stringify(value) !== JSON.stringify(usual)) {
      set.push([name, value]);
    }
  }
  return Object.fromEntries(set);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
