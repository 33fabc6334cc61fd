// Buku agenda: every number of a year, found by person, date or number; printed, kept as Excel, a letter checked.
export {View} from "./agenda/view.js";
