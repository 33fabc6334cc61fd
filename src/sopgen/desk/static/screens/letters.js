// Surat Perintah: who goes on what task; the letter beside it; its print. "#/surat/betulkan/2026/19" corrects one.
export {View} from "./letters/view.js";
