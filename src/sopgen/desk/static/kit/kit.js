// All that a screen needs, in one import.
export {h, render} from "preact";
export {useEffect, useLayoutEffect, useMemo, useRef, useState, useCallback} from "preact/hooks";
export {signal, computed, effect, batch} from "@preact/signals";
export {say, speak} from "./words.js";
export {ask, tell, hand, save, fetchFile, address, Refused} from "./api.js";
export {html, Button, Field, Area, Choice, Check, FileField} from "./controls.js";
export {Faults} from "./faults.js";
export {Dialog, Empty, Progress, Notice} from "./boxes.js";
export {Day} from "./day.js";
export {saveFile, printPdf, openPdf, asText} from "./files.js";
export {longDay, today} from "./days.js";
export {EditionChoice} from "./editions.js";
export {Edition, valueAt, pathText} from "./edition.js";
export {OfficeFile, FileBar, Losses, fileKeys} from "./office_file.js";
export {createContext} from "preact";
export {useContext} from "preact/hooks";
