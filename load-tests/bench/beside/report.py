"""Medians and ratios, as Markdown that is aligned for a terminal."""
import statistics

from . import machine


def median(measurements, what):
    values = [each[what] for each in measurements if what in each]
    return statistics.median(values) if values else None


def ratio(measurements, references, what):
    """Of the two in the same round; the median over the rounds, so that a machine that gets slower does no harm."""
    by_round = {each["round"]: each[what] for each in references if each.get(what)}
    pairs = [each[what] / by_round[each["round"]] for each in measurements if what in each and each["round"] in by_round]
    return statistics.median(pairs) if pairs else None


def summary(measurements, references):
    figures = {what: median(measurements, what) for what in ("rate", "p50_ms", "p99_ms", "p99.9_ms", "server_us", "both_ends_us", "machine_us", "resident_mb")}
    figures |= {f"{what}_ratio": ratio(measurements, references, what) for what in ("rate", "server_us", "both_ends_us")}
    rates = [each["rate"] for each in measurements]
    return figures | {"rate_least": min(rates), "rate_most": max(rates), "failed": sum(each["failed"] for each in measurements),
                      "rounds": len(rates), "disturbed": sum(each["others"] > machine.DISTURBED for each in measurements)}


def table(case, summaries, notes):
    """The rows of one case, by peer."""
    rows = [["", case.heading, "×", "least", "most", "p50 ms", "p99 ms", "server µs", "×", "both ends µs", "×", "machine µs", "MB", "failed", "disturbed"]]
    for name, of in summaries.items():
        server = ["mixed", ""] if "mixed" in notes.get(name, "") else [_number(of["server_us"], 1), _number(of["server_us_ratio"], 2)]
        rows.append([name, _number(of["rate"]), _number(of["rate_ratio"], 2), _number(of["rate_least"]), _number(of["rate_most"]),
                     _number(of["p50_ms"], 1), _number(of["p99_ms"], 1), *server, _number(of["both_ends_us"], 1), _number(of["both_ends_us_ratio"], 2),
                     _number(of["machine_us"], 1), _number(of["resident_mb"]), _number(of["failed"]), f"{of['disturbed']} of {of['rounds']}"])
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["| " + " | ".join([row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:]))]) + " |" for row in rows]
    rule = "|" + "|".join(["-" * (widths[0] + 2), *("-" * (width + 1) + ":" for width in widths[1:])]) + "|"
    return "\n".join([f"\n{case.title}\n", lines[0], rule, *lines[1:]])


def _number(value, digits=0):
    return "–" if value is None else f"{value:,.{digits}f}"
