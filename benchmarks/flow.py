"""Time our geometry and routing against the `dot` process on the same graph: CPU of each, in one run.

A flow of 25 steps and one of 60, six lanes and every sixth step a decision that goes back or forward.
"""

import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import graphviz
from results import Result

from sopgen.model.flow import Step, Symbol, arrows
from sopgen.model.sop import Lane, SymbolText
from sopgen.plan.flow.one_sheet import plan_roomy_flow
from sopgen.plan.flow.over_pages import PageHeights, plan_pages
from sopgen.tools.graphviz import bundled, system

# A turn for each lane that the flow may begin in, the first to warm up: no drawing is one that is kept.
ROUNDS = 5


def steps(count: int, lanes: int, turn: int) -> tuple[Step, ...]:
    made = []
    for n in range(count):
        symbol = Symbol.START if n == 0 else Symbol.END if n == count - 1 else Symbol.PROCESS
        exits = None
        if n % 6 == 5 and n < count - 1:
            symbol = Symbol.DECISION
            exits = {"Ya": f"s{n + 1}", "Tidak": f"s{(n * 7) % count}"}
        made.append(
            Step(
                id=f"s{n}",
                pelaksana=f"p{(n * 5 + turn) % lanes}",
                simbol=symbol,
                uraian=f"Periksa {turn}",
                cabang=exits,
            )
        )
    return tuple(made)


def peer(flow: tuple[Step, ...]) -> str:
    graph = graphviz.Digraph(graph_attr={"splines": "ortho"})
    for step in flow:
        graph.node(step.id, step.uraian, group=step.lanes[0], shape="box")
    for edge in arrows(flow):
        graph.edge(edge.source, edge.target, xlabel=edge.label)
    return str(graph.source)


def cpu() -> float:
    """Return the seconds that this process and those that it started have computed."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def median(work: Callable[[int], object]) -> float:
    """Return the median seconds of CPU of a work on another flow each turn: what was drawn once is kept by us."""
    work(0)
    found = []
    for turn in range(1, ROUNDS + 1):
        start = cpu()
        work(turn)
        found.append(cpu() - start)
    return statistics.median(found)


def run_dot(program: Path, source: str) -> None:
    subprocess.run([str(program), "-Kdot", "-Tjson"], input=source.encode(), capture_output=True, check=True)


def goals() -> Iterator[Result]:
    program = system() or bundled() or sys.exit("no Graphviz to measure against")
    roles = tuple(Lane(id=f"p{n}", label=f"P{n}") for n in range(6))
    for count, goal in ((25, 30), (60, 90)):
        flows = [steps(count, 6, turn) for turn in range(ROUNDS + 1)]
        one = median(lambda turn, flows=flows: plan_roomy_flow(flows[turn], roles))
        paged = median(lambda turn, flows=flows: over_pages(flows[turn], roles))
        dot = median(lambda turn, flows=flows: run_dot(program, peer(flows[turn])))
        for words, took in (("one drawing", one), ("over pages", paged)):
            figures = f"{took * 1000:.1f} ms, a {program.name} process {dot * 1000:.1f} ms"
            yield Result(
                f"a flow of {count} steps planned, {words}, CPU ms", figures, took * 1000, most=goal, ratio=took / dot
            )


def over_pages(flow: tuple[Step, ...], roles: tuple[Lane, ...]) -> object:
    rows = (14.0,) * len(flow)
    return plan_pages(flow, roles, rows, PageHeights(130.0, 158.0), lane_width=22.0, words=SymbolText.NUMBER)
