"""Figures and units that would be drawn wrong, each with the warning of it."""

from tests.packs import Row

Change = tuple[str, str, Row]
"""A table, the first cell of a row, and the cells to put into it; a new row if there is none."""
Wrong = tuple[tuple[Change, ...], str, str, str]
"""Changes, and the file, the column and the words of the warning of them."""

MU = {"label": "mu", "dimension": "area"}

WRONG_NUMBERS: dict[str, Wrong] = {
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
    "a factor without the scale of the label": (
        (
            (
                "units",
                "project",
                {
                    "label": "million yuan",
                    "label_zh": "",
                    "dimension": "money",
                    "base_unit": "cny",
                    "factor": "1",
                },
            ),
        ),
        "units.csv",
        "factor",
        "1 'project' is 1,000,000 'cny', but its factor is 1.",
    ),
    "units of one base in two dimensions": (
        (
            (
                "units",
                "acre",
                {"dimension": "money", "label": "acre", "base_unit": "m2", "factor": "4000"},
            ),
        ),
        "units.csv",
        "dimension",
        "money, but its base 'm2' is one of area. Mend one.",
    ),
    "a range upside down": (
        (
            (
                "figures",
                "f15-1",
                {"printed": "20% to 50%", "qualifier": "exact", "value": "50", "value_high": "20"},
            ),
        ),
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
        "target, but its time was over by 2020-12-31, before the text of 2022-10-21.",
    ),
    "a target that was reached": (
        (("figures", "f53-1", {"note": "It has been reached since."}),),
        "figures.csv",
        "status",
        "target, but the note says 'It has been reached since.'. Mend one.",
    ),
    "a target that was reached already": (
        (("figures", "f53-1", {"note": "This has already been achieved."}),),
        "figures.csv",
        "status",
        "target, but the note says 'This has already been achieved.'. Mend one.",
    ),
    "a dimension of which letters changed places": (
        (("units", "km", {"dimension": "legnth"}),),
        "units.csv",
        "dimension",
        "the dimension 'legnth' is not known. Did you mean 'length'?",
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
    "a label of nothing": (
        (("units", "project", {"label": "NULL"}),),
        "units.csv",
        "label",
        "'NULL' says nothing as label. Write it in words.",
    ),
    "money in percent": (
        (("units", "cny", {"label": "hectares"}),),
        "units.csv",
        "label",
        "'hectares' is ha, but unit_id is cny. Mend one.",
    ),
    "a long number made short": (
        (("figures", "f15-1", {"measure": "1.2E+06"}),),
        "figures.csv",
        "measure",
        "'1.2E+06' says nothing as measure.",
    ),
    "a label of another unit": (
        (("units", "m2", {"label": "acres"}),),
        "units.csv",
        "label",
        "'acres' is acre, but unit_id is m2. Mend one.",
    ),
    "things counted in a known unit": (
        (("units", "project", {"label": "litres"}),),
        "units.csv",
        "label",
        "'litres' is litre, but unit_id is project. Mend one.",
    ),
    "a factor that is nearly right": (
        (("units", "mu", {"factor": "670"}),),
        "units.csv",
        "factor",
        "1 'mu' is 666.6667 'm2', but its factor is 670. Mend it.",
    ),
    "a dimension that is none of a known unit": (
        (("units", "km", {"dimension": "zone"}),),
        "units.csv",
        "dimension",
        "the dimension 'zone' is not known. Did you mean 'length'?",
    ),
    "a dimension that is none of things counted": (
        (("units", "enterprise", {"dimension": "zone"}),),
        "units.csv",
        "dimension",
        "the dimension 'zone' is not known. Did you mean 'count'?",
    ),
    "a range without its end": (
        (
            (
                "figures",
                "f15-1",
                {"printed": "20% to 50%", "qualifier": "exact", "value": "20", "value_high": ""},
            ),
        ),
        "figures.csv",
        "value_high",
        "'20% to 50%' is a range, but value_high is empty. Write its end there.",
    ),
    "an id in place of a note": (
        (("figures", "f43-2", {"note": "hebei"}),),
        "figures.csv",
        "note",
        "'hebei' is the id of a region. Write in words what is to be noted, or empty it.",
    ),
    "a span of other years than are printed": (
        (("figures", "f41-2", {"period_start": "2019-10-21"}),),
        "figures.csv",
        "period_text",
        "'past ten years' does not lie in the period from 2019-10-21 to 2022-10-21.",
    ),
    "a range in words without its end": (
        (
            (
                "figures",
                "f15-1",
                {
                    "printed": "between 20% and 50%",
                    "qualifier": "exact",
                    "value": "20",
                    "value_high": "",
                },
            ),
        ),
        "figures.csv",
        "value_high",
        "'between 20% and 50%' is a range, but value_high is empty. Write its end there.",
    ),
}
