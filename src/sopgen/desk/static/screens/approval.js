import {html, say, Empty} from "kit";

export const View = () => html`<${Empty}>${say("This page is being made.")}<//>`;
