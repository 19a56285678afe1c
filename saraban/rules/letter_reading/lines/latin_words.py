"""Latin words that Thai official letters use, told from Latin letters that a scan was misread as.

A page reader is sure of itself over Latin letters in Thai text and often wrong. A word of this
list it hardly makes up; any other, a single letter above all, is worth a look.
"""

import re

_LATIN = re.compile("[A-Za-z]+")
_WORDS = """
    qr code scan link line google form forms drive meet sheet sheets docs file files download
    upload pdf word excel zip website web site http https www com net org go th mail email gmail
    hotmail outlook facebook fanpage page youtube channel live tiktok application app mobile
    smart digital online offline onsite zoom webex cisco microsoft teams conference video
    meeting id password user username login register report system database data big open
    e-office office service center one stop
    plan action project workshop seminar focus group model best practice coaching mentor
    project senior junior english program science sport exercise technology education school
    university college institute research innovation startup hub
    covid omicron who asean unicef unesco undp ilo apec gdp sdgs sdg kpi kpis ita oit pmqa pms
    eit iit hrd hr it ict ai gis gps cctv vcs sms gfmis ias pos tor po vat epd egp gp
    lpa dla elaas ccis cost center online care giver manager long term
    mou ngo ngos nso obec bangkok thailand thai royal ministry department
    fax tel ref no subject dear mr mrs ms dr phd
    the of for and in on to by with from at a an is are be as
"""
_KNOWN = frozenset(_WORDS.split())


def has_unknown_latin(text: str) -> bool:
    """Whether a Latin word of the text is none of the known ones, or a letter by itself."""
    return any(word.lower() not in _KNOWN or len(word) == 1 for word in _LATIN.findall(text))
