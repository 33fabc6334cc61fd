"""How a unit and its base meet, in words."""

from sopgen.jobs.overlays.clashes import ClashKind
from sopgen.messages import say


def why(kind: ClashKind) -> str:
    """Return how a unit and its base meet, in words."""
    return {
        ClashKind.VALUE: say("both changed it"),
        ClashKind.KEY_GONE: say("the base took out a part that the unit changes"),
        ClashKind.KEY_LEFT_OUT: say("the base changed a part that the unit leaves out"),
        ClashKind.ITEM_TWICE: say("both added it"),
        ClashKind.ITEM_GONE: say("the base took out an item that the unit changes"),
        ClashKind.ITEM_LEFT_OUT: say("the base changed an item that the unit leaves out"),
        ClashKind.TEXT_REWORDED: say("both changed a text"),
        ClashKind.TEXT_GONE: say("the base took out a text that the unit changes"),
        ClashKind.TEXT_LEFT_OUT: say("the base changed a text that the unit leaves out"),
        ClashKind.PLACE: say("the base took out what the unit's own item stands at"),
    }[kind]
