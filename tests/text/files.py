"""Files of texts, for tests."""

from pathlib import Path


def write(folder: Path, name: str, data: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def pdf(pages: list[list[tuple[float, float, str]]], size: int = 10) -> bytes:
    """A PDF of lines at their places: the least that a reader takes."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", ""]
    kids = []
    for lines in pages:
        stream = "BT " + "".join(
            f"/F1 {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj " for x, y, text in lines
        ) + "ET"  # fmt: skip
        objects.append(f"<</Length {len(stream)}>>stream\n{stream}\nendstream")
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents {len(objects)} 0 R"
            "/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj{body}endobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = len(out)
    size_ = len(objects) + 1
    return (
        out
        + (
            f"xref\n0 {size_}\n0000000000 65535 f \n{table}trailer<</Size {size_}/Root 1 0 R>>\n"
            f"startxref\n{start}\n%%EOF"
        ).encode()
    )
