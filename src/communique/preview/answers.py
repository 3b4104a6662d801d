"""What the server answers to each call of the page in the browser."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse

from communique.diagnostics.refused import Refused
from communique.diagnostics.span import Source
from communique.model.audience import AUDIENCES, Audience
from communique.model.kind import Format
from communique.preview import editor
from communique.preview.picture import page_sizes, picture
from communique.preview.sitting import Closed, Sitting
from communique.preview.told import told_finding, told_state, told_table, told_words
from communique.preview.view import View
from communique.preview.word_pages import NotDrawn, WordPages
from communique.preview.words import read_words

TYPES = {
    Format.PDF: "application/pdf",
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
PAGE = Path(__file__).parent / "page"
KINDS = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


@dataclass(frozen=True)
class Answers:
    """The calls, each a method. `homes`: the folders that findings point into; `editor`: the words that start one."""

    sitting: Sitting
    word: WordPages
    sources: Callable[[], Mapping[str, Source]]
    homes: tuple[Path, ...]
    editor: Callable[[], tuple[str, ...]]

    async def page(self, request: Request) -> Response:
        """The page itself, and its own files: those that lie in `page/`, by their names."""
        name = request.path_params.get("name", "index.html")
        files = {file.name: file for file in PAGE.iterdir() if file.suffix in KINDS}
        if name not in files:
            return PlainTextResponse("There is no such file.\n", status_code=404)
        return Response(files[name].read_bytes(), media_type=KINDS[files[name].suffix])

    async def events(self, request: Request) -> Response:
        """What lies on the table and the state of a view, now and after each save (Server-Sent Events)."""
        return StreamingResponse(self._told(view_of(request)), media_type="text/event-stream")

    async def _told(self, view: View) -> AsyncIterator[str]:
        last: dict[str, Any] = {}
        async for _ in self.sitting.turns():
            yield "event: making\ndata: {}\n\n"
            try:
                table = await self.sitting.do(self.sitting.desk.table)
                state = await self.sitting.do(self.sitting.desk.look, view)
            except Closed:
                return
            told = {
                "table": {**told_table(table), "editor": bool(self.editor()), "word": self.word.can_draw},
                "state": told_state(state, self.sources()),
            }
            for name, value in told.items():
                if last.get(name) != value:
                    yield f"event: {name}\ndata: {json.dumps(value)}\n\n"
            last = told
            yield "event: settled\ndata: {}\n\n"

    async def picture(self, request: Request) -> Response:
        """A band of a page as PNG."""
        asked = request.path_params
        data = await self._pdf(asked["digest"])
        if data is None:
            return PlainTextResponse("These pages are gone.\n", status_code=404)
        try:
            png = await self.sitting.do(picture, data, asked["page"], asked["width"], asked["band"], asked["bands"])
        except ValueError as error:
            return PlainTextResponse(f"{error}\n", status_code=400)
        return Response(png, media_type="image/png")

    async def words(self, request: Request) -> Response:
        """The words of a page and where they stand."""
        digest, page = request.path_params["digest"], request.path_params["page"]
        pages, drawn = self.sitting.desk.pages(digest), self.word.pdf(digest)
        if pages is not None:
            words, sizes = pages.words, pages.sizes
        elif drawn is not None:
            words, sizes = await self.sitting.do(lambda: (read_words(drawn), page_sizes(drawn)))
        else:
            return JSONResponse([], status_code=404)
        if page >= len(sizes):
            return JSONResponse([], status_code=404)
        return JSONResponse(await self.sitting.do(told_words, words, page, sizes[page]))

    async def paper(self, request: Request) -> Response:
        """A paper to be kept, as `communique build` would make it."""
        form = Format(request.path_params["format"])
        try:
            paper = await self.sitting.do(self.sitting.desk.file, view_of(request), form)
        except Refused as refused:
            return self._refused(refused)
        name = quote(f"{paper.kind}.{paper.language}.{form}", safe="")
        disposition = f"attachment; filename*=utf-8''{name}"
        return Response(paper.data, media_type=TYPES[form], headers={"content-disposition": disposition})

    async def word_pages(self, request: Request) -> Response:
        """The Word file of a view as LibreOffice lays it out: digest and sizes of its pages."""
        try:
            paper = await self.sitting.do(self.sitting.desk.file, view_of(request), Format.DOCX)
            digest = await self.word.draw(paper.data)
        except Refused as refused:
            return self._refused(refused)
        except NotDrawn as reason:
            return JSONResponse({"why": str(reason)}, status_code=503)
        sizes = await self.sitting.do(page_sizes, self.word.pdf(digest) or b"")
        return JSONResponse({"digest": digest, "sizes": sizes})

    async def open(self, request: Request) -> Response:
        """Open a source at a line in the writer's editor; only files that findings can point into."""
        try:
            asked = await request.json()
            path, line, column = str(asked["path"]), int(asked["line"]), int(asked["column"])
        except (ValueError, KeyError, TypeError):
            return JSONResponse({"why": "This is no place in a text."}, status_code=400)
        words, file = self.editor(), editor.place_of(path, self.homes)
        if file is None:
            return JSONResponse({"why": f"{path} is no file of this workspace."}, status_code=404)
        if not words:
            return JSONResponse({"why": "No editor is set."}, status_code=409)
        why = await asyncio.to_thread(lambda: editor.launch(editor.filled(words, file, line, column)))
        return JSONResponse({"why": why}, status_code=502 if why else 200)

    async def _pdf(self, digest: str) -> bytes | None:
        pages = self.sitting.desk.pages(digest)
        return pages.data if pages else self.word.pdf(digest)

    def _refused(self, refused: Refused) -> Response:
        sources = self.sources()
        findings = [told_finding(finding, sources) for finding in refused.diagnostics]
        return JSONResponse({"why": "The text has an error.", "findings": findings}, status_code=409)


async def closed(_request: Request, _reason: Exception) -> Response:
    """The answer to a call that came too late."""
    return PlainTextResponse("The preview has ended.\n", status_code=503)


def view_of(request: Request) -> View:
    """What a call is about; an audience that nobody knows is the room."""
    asked = request.query_params
    return View(
        folder=asked.get("folder", ""),
        kind=asked.get("kind", ""),
        language=asked.get("language", ""),
        audience=AUDIENCES.get(asked.get("audience", "delegation"), Audience.PUBLIC),
    )
