"""What is odd about numbers that are to be given, and is asked about before they are."""

from collections.abc import Iterator, Sequence
from datetime import date

from sopgen.jobs.letters.before.memory import older_than_known
from sopgen.jobs.letters.deployment import Deployment, is_about, letter_key
from sopgen.jobs.work import Work
from sopgen.messages import say
from sopgen.register.entry import NumberEntry, State
from sopgen.register.look import RegisterView


def doubts(
    work: Work, ones: Sequence[Deployment], register: RegisterView | None, *, today: date, first: int | None = None
) -> list[str]:
    """Return a line for each thing that is odd; letters that have their numbers are not asked about.

    `first` is the first number where the user gave it. The SOP's unit says how many days from today are odd.
    """
    known = register.known([letter_key(work, one) for one in ones]) if register else {}
    fresh = [one for one in ones if letter_key(work, one) not in known]
    found: list[str] = []
    if fresh:
        found += _far_off(fresh[0].day, today, work.edition.unit.surat_perintah.selisih_hari)
    if fresh and register:
        found += filter(None, [older_than_known(register, fresh[0].day.year)])
        found += _out_of_order(register, fresh[0].day, first)
        found += _passed_over(register, fresh[0].day.year, first)
        found += _again(work, register, fresh, first)
    return found


def _far_off(day: date, today: date, most: int) -> Iterator[str]:
    if abs((day - today).days) > most:
        yield say("the letter's date {day} lies {count} days from today", day=day, count=abs((day - today).days))


def _out_of_order(register: RegisterView, day: date, first: int | None) -> Iterator[str]:
    """Numbers follow the dates; a number given by hand has its place by itself."""
    latest = register.latest(day.year)
    if latest and latest.day and latest.day > day and (first is None or first > latest.number):
        yield say(
            "number {text} bears a later date ({later}) than {day}", text=latest.text, later=latest.day, day=day
        )


def _passed_over(register: RegisterView, year: int, first: int | None) -> Iterator[str]:
    span = register.span(year)
    if span and first and first > span[1] + 1:
        last = first - 1
        yield say("numbers {first} to {last} of {year} are passed over", first=span[1] + 1, last=last, year=year)


def _again(work: Work, register: RegisterView, ones: Sequence[Deployment], first: int | None) -> Iterator[str]:
    """Letters that order the same people for the same task on the same day may be meant to replace each other.

    Those that were found again after a loss have no key, so that the same letter may be among them.
    """
    pairs = register.same_day([person for one in ones for person in one.numbers], ones[0].day)
    entries = {entry.text: entry for _, entry in pairs if entry.number != first}
    for entry in entries.values():
        ordered = {person for person, other in pairs if other.text == entry.text}
        if entry.key is None and entry.state is State.ISSUED:
            yield say("letter {text} of that day, found again, orders the same people", text=entry.text)
        elif any(_same_task(work, one, entry) and set(one.numbers) <= ordered for one in ones):
            fix = say("`--correct {number}` replaces it", number=entry.number)
            what = say("letter {text} orders the same people for the same task on that day", text=entry.text)
            yield f"{what}; {fix}"


def _same_task(work: Work, one: Deployment, entry: NumberEntry) -> bool:
    return is_about(work, one.activity, entry.subject)
