"""Rows that would be drawn wrong, each with the warning of it."""

from tests.model.validation.wrong_numbers import WRONG_NUMBERS, Wrong

PLACE = {"name": "Place", "type": "place", "region_id": "beijing"}
LINK = {
    "speaker_id": "dai-yongkang", "paragraph": "21", "topic": "A link", "direction": "mutual",
    "status": "planned", "theme_id": "ecology",
}  # fmt: skip

WRONG: dict[str, Wrong] = WRONG_NUMBERS | {
    "no hash": (
        (("paragraphs", "3", {"hash12": "1.2E+11"}),),
        "paragraphs.csv",
        "hash12",
        "'1.2E+11' is no hash of 12 digits from 0 to f",
    ),
    "a hash that lost its zeros": (
        (("paragraphs", "3", {"hash12": "4711"}),),
        "paragraphs.csv",
        "hash12",
        "'4711' is no hash of 12 digits",
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
        (
            ("links", "link-x", LINK),
            ("link_places", "link-x", {"entity_id": "chengde", "role": "member"}),
        ),
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
        "'f16-5' is of the kind count, and so no share of 'f16-4'. Write part_of",
    ),
    "a part that is not to be added": (
        (("figure_relations", "f16-2", {"from_id": "f16-5", "to_id": "f16-4"}),),
        "figure_relations.csv",
        "kind",
        "'f16-5' and 'f16-4' are part_of and do_not_sum. Delete one of the two rows.",
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
        (
            ("speakers", "dai-yongkang", {"region_id": "yanqing"}),
            ("figures", "f16-5", {"speaker_id": "dai-yongkang", "region_id": "tianjin"}),
        ),
        "speakers.csv",
        "region_id",
        "'dai-yongkang' is of yanqing, but each figure of 'dai-yongkang' is of another region.",
    ),
    "a hash of two paragraphs": (
        (
            ("paragraphs", "4", {"hash12": "aaaabbbbcccc"}),
            ("paragraphs", "5", {"hash12": "aaaabbbbcccc"}),
        ),
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
        "two themes have the label 'Ecology'.",
    ),
    "two regions of one name": (
        (
            (
                "regions",
                "xian",
                {"name": "Beijing", "level": "county", "sort": "9", "parent_id": "jjj"},
            ),
        ),
        "regions.csv",
        "name",
        "two regions have the name 'Beijing'.",
    ),
    "a label that is no word": (
        (("themes", "ecology", {"label": "–"}),),
        "themes.csv",
        "label",
        "'–' says nothing as label. Write it in words.",
    ),
    "a Chinese name that is a number": (
        (("regions", "hebei", {"name_zh": "1"}),),
        "regions.csv",
        "name_zh",
        "'1' says nothing as name_zh.",
    ),
    "a name pasted twice": (
        (("themes", "ecology", {"label": "EcologyEcology"}),),
        "themes.csv",
        "label",
        "'EcologyEcology' is the same words twice. Delete one half.",
    ),
    "two themes of one Chinese label": (
        (("themes", "industry", {"label_zh": "生态"}), ("themes", "ecology", {"label_zh": "生态"})),
        "themes.csv",
        "label_zh",
        "two themes have the label '生态'.",
    ),
    "one headline of two speakers": (
        (
            ("speakers", "yu-bo", {"headline": "Of water"}),
            ("speakers", "dai-yongkang", {"headline": "Of water"}),
        ),
        "speakers.csv",
        "headline",
        "two speakers have the headline 'Of water'.",
    ),
    "two places of one name in one region": (
        (("entities", "place-x", PLACE), ("entities", "place-y", PLACE)),
        "entities.csv",
        "name",
        "two entities have the name 'Place'.",
    ),
    "a short label that is the long one": (
        (("themes", "ecology", {"label": "Ecology", "label_short": "Ecology and water"}),),
        "themes.csv",
        "label_short",
        "'Ecology and water' is longer than label 'Ecology'. Exchange the two.",
    ),
    "a role that a link of two ways has not": (
        (("link_places", "l8-1", {"role": "to"}),),
        "link_places.csv",
        "role",
        "to, but the link 'l8-1' is mutual, with member alone. Mend one.",
    ),
    "one value that became another thing": (
        (("figures", "f41-6", {"measure": "Forest cover, Hebei"}),),
        "figure_relations.csv",
        "from_id",
        "'f41-6' measures 'Forest cover, Hebei', but 'f41-7', which it is drawn with as one that "
        "changed, 'Forest cover, Chengde'.",
    ),
    "a name and another one in Chinese exchanged": (
        (("speakers", "dai-yongkang", {"name": "张三的话", "headline_zh": "Dai Yongkang"}),),
        "speakers.csv",
        "headline_zh",
        "'Dai Yongkang' is not Chinese, but name '张三的话' is. Exchange the two.",
    ),
    "names of two speakers exchanged": (
        (("speakers", "yu-bo", {"name": "Dai Yongkang"}),
         ("speakers", "dai-yongkang", {"name": "Yu Bo"})),
        "speakers.csv",
        "name",
        "is the name of 'dai-yongkang', but another row has it as its id. Exchange the names",
    ),
}  # fmt: skip
