"""Rows that would be drawn wrong, each with the warning of it."""

from tests.packs import Row

Change = tuple[str, str, Row]
"""A table, the first cell of a row, and the cells to put into it; a new row if there is none."""

PLACE = {"name": "Place", "type": "place", "region_id": "beijing"}
LINK = {
    "speaker_id": "dai-yongkang", "paragraph": "21", "topic": "A link", "direction": "mutual",
    "status": "planned", "theme_id": "ecology",
}  # fmt: skip
MU = {"label": "mu", "dimension": "area"}

WRONG: dict[str, tuple[tuple[Change, ...], str, str, str]] = {
    "a base with a factor": (
        (("units", "project", {"factor": "7"}),),
        "units.csv",
        "factor",
        "'project' is its own base, but its factor is 7. Write 1.",
    ),
    "a base that is none": (
        (("units", "acre", MU | {"base_unit": "mu", "factor": "6"}),),
        "units.csv",
        "base_unit",
        "'mu' is no base, for its own is 'm2'.",
    ),
    "units of one base in two dimensions": (
        (("units", "acre", {"dimension": "money", "label": "acre", "base_unit": "m2",
                            "factor": "4000"}),),
        "units.csv",
        "dimension",
        "money, but its base 'm2' is one of area. Mend one.",
    ),
    "a range upside down": (
        (("figures", "f15-1", {"printed": "20% to 50%", "qualifier": "exact", "value": "50",
                               "value_high": "20"}),),
        "figures.csv",
        "value_high",
        "the range ends at 20, below its start at 50. Exchange the two.",
    ),
    "a unit of another kind": (
        (("figures", "f43-2", {"quantity_kind": "money"}),),
        "figures.csv",
        "quantity_kind",
        "money, but the unit 'mu' is one of area. Mend one.",
    ),
    "a figure elsewhere than its statement": (
        (("figures", "f43-2", {"paragraph": "42"}),),
        "figures.csv",
        "paragraph",
        "paragraph 42, but its statement 's43-2' stands in 43. Mend one.",
    ),
    "a place outside of the region": (
        (("figures", "f43-2", {"region_id": "tianjin"}),),
        "figures.csv",
        "place_id",
        "place 'chengde' lies in chengde, but region_id says tianjin. Mend one.",
    ),
    "a target that is over": (
        (("figures", "f53-1", {"period_end": "2020-12-31"}),),
        "figures.csv",
        "status",
        "target, but its time was over by 2020-12-31, before the interview of 2022-10-21.",
    ),
    "a target that was reached": (
        (("figures", "f53-1", {"note": "It has been reached since."}),),
        "figures.csv",
        "status",
        "target, but the note says 'It has been reached since.'. Mend one.",
    ),
    "a direction of nothing that moves": (
        (("figures", "f9-1", {"direction": "up"}),),
        "figures.csv",
        "direction",
        "of which no change is stated.",
    ),
    "an occurrence below 1": (
        (("figures", "f9-1", {"occurrence": "0"}),),
        "figures.csv",
        "occurrence",
        "occurrence 0 is below 1. Count from 1.",
    ),
    "a year of three digits": (
        (("figures", "f15-1", {"period_start": "0202-10-21"}),),
        "figures.csv",
        "period_start",
        "has a year before 1000. Write the year with all four digits.",
    ),
    "no hash": (
        (("paragraphs", "3", {"hash12": "1.2E+11"}),),
        "paragraphs.csv",
        "hash12",
        "'1.2E+11' is no hash of 12 digits from 0 to f",
    ),
    "a hash that lost its zeros": (
        (("paragraphs", "3", {"hash12": "0"}),),
        "paragraphs.csv",
        "hash12",
        "'0' is no hash of 12 digits",
    ),
    "a paragraph of no characters": (
        (("paragraphs", "3", {"chars": "0"}),),
        "paragraphs.csv",
        "chars",
        "chars 0 is below 1.",
    ),
    "a figure related to itself": (
        (("figure_relations", "f9-1", {"to_id": "f9-1", "kind": "share_of"}),),
        "figure_relations.csv",
        "to_id",
        "'f9-1' is related to itself.",
    ),
    "a part in another unit": (
        (("figure_relations", "f43-2", {"to_id": "f16-4", "kind": "part_of"}),),
        "figure_relations.csv",
        "from_id",
        "'f43-2' in m2 can be no part of 'f16-4' in species.",
    ),
    "a relation and its reverse": (
        (("figure_relations", "f41-7", {"to_id": "f41-6", "kind": "from_value"}),),
        "figure_relations.csv",
        "to_id",
        "Delete one of the two rows.",
    ),
    "a link of no end": (
        (("links", "link-x", LINK),),
        "links.csv",
        "link_id",
        "'link-x' joins no place. Add its ends to link_places.csv.",
    ),
    "a link of one end": (
        (("links", "link-x", LINK), ("link_places", "link-x",
                                     {"entity_id": "chengde", "role": "member"})),
        "links.csv",
        "link_id",
        "'link-x' joins one place alone.",
    ),
    "a latitude alone": (
        (("entities", "place-x", PLACE | {"lat": "39.9"}),),
        "entities.csv",
        "lon",
        "lat without lon. Fill both in, or none.",
    ),
    "the sea off Africa": (
        (("entities", "place-x", PLACE | {"lat": "0", "lon": "0"}),),
        "entities.csv",
        "lat",
        "0, 0 lies in the sea off Africa.",
    ),
    "another unit than is printed": (
        (("figures", "f41-3", {"unit_id": "mu"}),),
        "figures.csv",
        "unit_id",
        "'6,401 square kilometers' names the unit km2 but unit_id says mu. Mend one.",
    ),
    "a claim of another figure": (
        (("figures", "f16-5", {"claim": "Yanqing in Beijing has 38 species of wild mammals"}),),
        "figures.csv",
        "claim",
        "does not hold the number '390 species'. Mend one.",
    ),
    "a Chinese claim of another figure": (
        (("figures", "f41-1", {"claim_zh": "承德恢复草地248万亩"}),),
        "figures.csv",
        "claim_zh",
        "does not hold the number '15.823 million mu'. Mend one.",
    ),
    "a direction against the words": (
        (("figures", "f41-7", {"direction": "down"}),),
        "figures.csv",
        "direction",
        "down, but 'Forest cover in Chengde rose to 60.03%",
    ),
    "a period in another year than is printed": (
        (("figures", "f16-1", {"period_end": "2012-12-31"}),),
        "figures.csv",
        "period_text",
        "'end of 2021' does not lie in the period from any day to 2012-12-31. Mend one.",
    ),
    "a period from nowhere": (
        (("figures", "f41-1", {"period_basis": "none"}),),
        "figures.csv",
        "period_basis",
        "period_basis none, but there is a period from 2012-10-21 to 2022-10-21.",
    ),
    "a printed period without its words": (
        (("figures", "f41-1", {"period_text": ""}),),
        "figures.csv",
        "period_text",
        "period_text is empty, but period_basis says printed.",
    ),
    "a later value before an earlier one": (
        (("figure_relations", "f41-6", {"from_id": "f41-7", "to_id": "f41-6"}),),
        "figure_relations.csv",
        "from_id",
        "'f41-7' of 2022-10-21 comes after 'f41-6' of 2012-10-21. Exchange the two",
    ),
    "a value that became one in another unit": (
        (("figure_relations", "f41-6", {"to_id": "f41-4"}),),
        "figure_relations.csv",
        "from_id",
        "'f41-6' in percent cannot have become 'f41-4' in km.",
    ),
    "a share that is none": (
        (("figure_relations", "f16-5", {"kind": "share_of"}),),
        "figure_relations.csv",
        "from_id",
        "'f16-5' is a count, and so no share of 'f16-4'. Write part_of",
    ),
    "a part that is not to be added": (
        (("figure_relations", "f16-2", {"from_id": "f16-5", "to_id": "f16-4"}),),
        "figure_relations.csv",
        "kind",
        "'f16-5' and 'f16-4' are part_of and do_not_sum. Delete one of the two rows.",
    ),
    "a known unit of another size": (
        (("units", "mu", {"factor": "66.66666"}),),
        "units.csv",
        "factor",
        "1 'mu' is 666.6667 'm2', but its factor is 66.66666. Mend it.",
    ),
    "a mistyped dimension": (
        (("units", "kw", {"dimension": "Capacity"}),),
        "units.csv",
        "dimension",
        "the dimension 'Capacity' is not known. Did you mean 'capacity'?",
    ),
    "a place far from its region": (
        (("entities", "chengde", {"lat": "-40.9"}),),
        "entities.csv",
        "lat",
        "lies far from the other places of chengde. Mend lat, lon or region_id.",
    ),
    "a place within one of another region": (
        (("entities", "chengde", {"parent_id": "tianjin"}),),
        "entities.csv",
        "parent_id",
        "'tianjin' lies in tianjin, but region_id says chengde. Mend one.",
    ),
    "a speaker of a region of which nothing is said": (
        (("speakers", "dai-yongkang", {"region_id": "yanqing"}),
         ("figures", "f16-5", {"speaker_id": "dai-yongkang", "region_id": "tianjin"})),
        "speakers.csv",
        "region_id",
        "'dai-yongkang' is of yanqing, but each figure of 'dai-yongkang' is of another region.",
    ),
    "a hash of two paragraphs": (
        (("paragraphs", "4", {"hash12": "aaaabbbbcccc"}),
         ("paragraphs", "5", {"hash12": "aaaabbbbcccc"})),
        "paragraphs.csv",
        "hash12",
        "'aaaabbbbcccc' is the hash of an earlier paragraph as well.",
    ),
    "a name and its Chinese exchanged": (
        (("speakers", "yu-bo", {"name": "于波", "name_zh": "Yu Bo"}),),
        "speakers.csv",
        "name_zh",
        "'Yu Bo' is not Chinese, but name '于波' is. Exchange the two.",
    ),
    "a formula that failed": (
        (("themes", "ecology", {"label": "#REF!"}),),
        "themes.csv",
        "label",
        "'#REF!' is the error of a formula. Mend the formula, or write the text itself.",
    ),
    "characters that were lost": (
        (("themes", "ecology", {"label_zh": "????"}),),
        "themes.csv",
        "label_zh",
        "characters of '????' were lost. Write them anew",
    ),
    "UTF-8 read as another encoding": (
        (("speakers", "yu-bo", {"role": "MunicipÃ¡lity"}),),
        "speakers.csv",
        "role",
        "'MunicipÃ¡lity' seems to be 'Municipálity' in another encoding.",
    ),
    "two themes of one label": (
        (("themes", "industry", {"label": "Ecology"}), ("themes", "ecology", {"label": "Ecology"})),
        "themes.csv",
        "label",
        "two themes are named 'Ecology'.",
    ),
    "two regions of one name": (
        (("regions", "xian", {"name": "Beijing", "level": "county", "sort": "9",
                              "parent_id": "jjj"}),),
        "regions.csv",
        "name",
        "two regions are named 'Beijing'.",
    ),
}  # fmt: skip
