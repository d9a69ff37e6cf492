import { startNodeServer } from "./node-server.js";
import { tokensOfEnvironment } from "./node-tokens.js";

// VS Code signs in by itself: no other program is asked for its token.
startNodeServer(async (apiUrl) => tokensOfEnvironment(process.env, apiUrl));
