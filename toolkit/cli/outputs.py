"""What a check writes and where: any number of ``--format`` and ``--output``, paired as they are given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from toolkit.cli.marking import copies_place, write_marked
from toolkit.cli.paths import mistake, output_file, write
from toolkit.cli.screen import speak_utf8, style_for_screen
from toolkit.reporters.formats import DEFAULT, FORMATS, MARKED_COPY, form_of, piece_reporter, reporter

if TYPE_CHECKING:
    from pathlib import Path

    from toolkit.finding import Language, Report
    from toolkit.reporters.style import Style
    from toolkit.shapes import Piece, Run

Command = TypeVar("Command", bound=Callable[..., Any])


class Wish(NamedTuple):
    """One ``--format``, one ``--output``, or the two together, as they were given."""

    form: str | None
    output: str | None


class Output(NamedTuple):
    """One form of the report, and the file that it goes to; None for the screen."""

    form: str
    target: Path | None


class OutputsCommand(click.Command):
    """A command with the options below: it gets their pairs as ``wishes``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parses as click does, and notes in which order the two options came."""
        _, _, order = self.make_parser(ctx).parse_args(list(args))
        rest = super().parse_args(ctx, args)
        given = {name: iter(ctx.params.pop(name) or ()) for name in ("forms", "outputs")}
        words = [(name, next(given[name])) for name in (each.name for each in order) if name in given]
        ctx.params["wishes"] = tuple(paired(words))
        return rest


def wanted(command: Command) -> Command:
    """The options that say what is written and where."""
    for option in (
        click.option(
            "-o",
            "--output",
            "outputs",
            type=click.Path(),
            multiple=True,
            metavar="FILE",
            help="写入文件（UTF-8），可多次 Write to a file, not to the screen; may be repeated.",
        ),
        click.option(
            "--format",
            "forms",
            type=click.Choice([*FORMATS, MARKED_COPY]),
            multiple=True,
            help=f"输出格式，可多次 Form of the output, each before its --output. [default: {DEFAULT}]",
        ),
    ):
        command = option(command)
    return command


def paired(words: Iterable[tuple[str, str]]) -> Iterator[Wish]:
    """Each format with the output right behind it, or else with one right before it that has none.

    ``words`` are ("forms" or "outputs", value) in the order of the command line.
    """
    listed = list(words)
    place = 0
    while place < len(listed):
        name, value = listed[place]
        following = [kind for kind, _ in listed[place + 1 : place + 3]]
        if name == "forms":
            has_output = following[:1] == ["outputs"]
            yield Wish(value, listed[place + 1][1] if has_output else None)
            place += 1 + has_output
        else:
            has_form = following[:1] == ["forms"] and following[1:] != ["outputs"]
            yield Wish(listed[place + 1][1] if has_form else None, value)
            place += 1 + has_form


def outputs(wishes: Iterable[Wish], inputs: Iterable[Path]) -> tuple[Output, ...]:
    """What is to be written. Raises ToolkitError where two want one place, or a place cannot be written."""
    files = list(inputs)
    found = [_output(wish, files) for wish in wishes] or [Output(DEFAULT, None)]
    places = [output.target and output.target.resolve() for output in found]
    if places.count(None) > 1:
        raise mistake(
            "屏幕上只能输出一种格式，其余的请各用一个 --output 指定文件。",
            "Only one form can go to the screen: give each of the others an --output.",
        )
    for place, output in zip(places, found, strict=True):
        if places.count(place) > 1:
            raise mistake(f"{output.target} 被指定了两次。", f"{output.target} is asked for twice.")
    return tuple(found)


def needs_standing(wanted_outputs: Iterable[Output]) -> bool:
    """Whether one of the forms shows the indicators themselves."""
    return any(form in FORMATS and FORMATS[form].standing for form, _ in wanted_outputs)


def in_pieces(wanted_outputs: Iterable[Output]) -> bool:
    """Whether every form can be made file by file, where the file is read."""
    return all(form in FORMATS and FORMATS[form].pieces for form, _ in wanted_outputs)


def style_of(output: Output, *, statistics: bool) -> Style:
    """How wide and how coloured a form is written to its place, and whether with a summary by rule."""
    from dataclasses import replace

    from toolkit.reporters.style import Style

    style = Style() if output.target else style_for_screen()
    return replace(style, statistics=statistics)


def write_report(report: Report, styled: Iterable[tuple[Output, Style]], language: Language) -> None:
    """Writes every form of the report to its place."""
    for output, style in styled:
        if output.form == MARKED_COPY and output.target is not None:
            write_marked(report.files, output.target, language)
            continue
        _write(reporter(output.form).chunks(report, language, style), output)


def write_pieces(
    run: Run, pieces: Iterable[Piece], styled: Iterable[tuple[Output, Style]], language: Language
) -> None:
    """Writes every form of a report whose words on each file were made before."""
    for place, (output, style) in enumerate(styled):
        files = ((piece.outline, piece.bodies[place]) for piece in pieces)
        _write(piece_reporter(output.form).assembled(run, files, language, style), output)


def _write(chunks: Iterable[str | bytes], output: Output) -> None:
    if output.target is None and FORMATS[output.form].for_programs:
        speak_utf8()
    write(chunks, output.target)


def _output(wish: Wish, inputs: Iterable[Path]) -> Output:
    form = wish.form or (_form_named(wish.output) if wish.output else DEFAULT)
    if wish.output and form == MARKED_COPY:
        return Output(form, copies_place(wish.output, inputs))
    if not wish.output and (form == MARKED_COPY or FORMATS[form].binary):
        raise mistake(
            f"{form} 格式不能显示在屏幕上，请用 --output 指定文件。",
            f"A screen cannot show {form}: give it an --output.",
        )
    return Output(form, output_file(wish.output, inputs, next(iter(FORMATS[form].extensions), ".txt")))


def _form_named(output: str) -> str:
    path = PurePath(output)
    try:
        return form_of(path)
    except KeyError:
        page = path.with_suffix(".html")
        raise mistake(
            f"不能写成 {path.suffix} 文件；要打印或转发，请用网页，例如 --output {page}。",
            f"Cannot write a {path.suffix} file; to print or send it, use {page}.",
        ) from None
