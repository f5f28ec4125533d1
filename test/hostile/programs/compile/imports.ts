/// <reference path="/etc/passwd" />
/// <reference types="../../../../etc/passwd" />
// Everything that could make a compiler read a file.
import passwd from "/etc/passwd";
import * as data from "./problem/problem.yaml";
import cases from "../bundle/test-cases.json";
import type { Secret } from "/etc/shadow";
console.log(passwd, data, cases);
//# sourceMappingURL=/etc/passwd
