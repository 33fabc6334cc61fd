"""Time our geometry and routing against the `dot` process on the same graph, in one run on one core.

A flow of 25 steps and one of 60, six lanes and every sixth step a decision that goes back or forward.
"""

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

ROUNDS = 9


def steps(count: int, lanes: int) -> tuple[Step, ...]:
    made = []
    for n in range(count):
        symbol = Symbol.START if n == 0 else Symbol.END if n == count - 1 else Symbol.PROCESS
        exits = None
        if n % 6 == 5 and n < count - 1:
            symbol = Symbol.DECISION
            exits = {"Ya": f"s{n + 1}", "Tidak": f"s{(n * 7) % count}"}
        made.append(Step(id=f"s{n}", pelaksana=f"p{n * 5 % lanes}", simbol=symbol, uraian="Periksa", cabang=exits))
    return tuple(made)


def peer(flow: tuple[Step, ...]) -> str:
    graph = graphviz.Digraph(graph_attr={"splines": "ortho"})
    for step in flow:
        graph.node(step.id, step.uraian, group=step.lanes[0], shape="box")
    for edge in arrows(flow):
        graph.edge(edge.source, edge.target, xlabel=edge.label)
    return str(graph.source)


def median(work: Callable[[], object]) -> float:
    work()
    found = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return statistics.median(found)


def run_dot(program: Path, source: str) -> None:
    subprocess.run([str(program), "-Kdot", "-Tjson"], input=source.encode(), capture_output=True, check=True)


def goals() -> Iterator[Result]:
    program = system() or bundled() or sys.exit("no Graphviz to measure against")
    roles = tuple(Lane(id=f"p{n}", label=f"P{n}") for n in range(6))
    for count, goal in ((25, 30), (60, 90)):
        flow, source = steps(count, 6), peer(steps(count, 6))
        one = median(lambda flow=flow: plan_roomy_flow(flow, roles))
        rows = (14.0,) * count
        paged = median(
            lambda flow=flow, rows=rows: plan_pages(
                flow, roles, rows, PageHeights(130.0, 158.0), lane_width=22.0, words=SymbolText.NUMBER
            )
        )
        dot = median(lambda source=source: run_dot(program, source))
        for words, took in (("one drawing", one), ("over pages", paged)):
            figures = f"{took * 1000:.1f} ms, a {program.name} process {dot * 1000:.1f} ms"
            yield Result(f"a flow of {count} steps, {words}, ms", figures, took * 1000, most=goal, ratio=took / dot)
