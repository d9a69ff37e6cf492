import { startNodeServer } from "./node-server.js";

// VS Code signs in by itself, and who signs out there is signed out: no token comes from elsewhere.
startNodeServer();
