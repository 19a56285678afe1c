"""Where each province lies on a map of equal tiles: a drawing of the country, not a survey.

Neighbours stay neighbours as far as a grid allows. Provinces by the codes of the Department of
Provincial Administration.
"""

_GRID = """
..  ..  57  ..  ..  ..  ..  ..
58  50  56  55  ..  ..  ..  ..
..  51  52  54  ..  43  38  ..
..  64  53  42  39  41  47  48
63  62  65  67  40  46  49  ..
..  60  66  36  44  45  35  37
61  18  16  30  31  32  33  34
71  72  17  19  26  25  27  ..
70  73  15  14  13  24  ..  ..
76  75  74  12  10  11  20  ..
77  ..  ..  ..  ..  21  22  23
86  ..  ..  ..  ..  ..  ..  ..
85  84  ..  ..  ..  ..  ..  ..
82  81  80  ..  ..  ..  ..  ..
83  92  93  ..  ..  ..  ..  ..
..  91  90  94  ..  ..  ..  ..
..  ..  ..  95  96  ..  ..  ..
"""

# (column, row) of each province, both counted from 0 at the upper left.
PROVINCE_TILES = {
    code: (column, row)
    for row, line in enumerate(_GRID.strip().splitlines())
    for column, code in enumerate(line.split())
    if code != ".."
}
