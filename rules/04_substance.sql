-- Written from src/text/substance.rs: WL_WRITE_SUBSTANCE=1 cargo test --test it substance
--
-- Whether a text has at least three letters or digits. The ranges don't depend
-- on the database's locale, nor the E'' on standard_conforming_strings.
CREATE OR REPLACE FUNCTION wl.has_substance(words text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(length(regexp_replace(words, E'['
        '\\u0001-\\u002f' -- control characters, space and ASCII punctuation
        '\\u003a-\\u0040' -- ASCII punctuation
        '\\u005b-\\u0060' -- ASCII punctuation
        '\\u007b-\\u00a9' -- ASCII punctuation, C1 controls, Latin-1 signs up to ©
        '\\u00ab-\\u00b4' -- Latin-1 signs, superscript 2 and 3
        '\\u00b6-\\u00b9' -- Latin-1 signs, superscript 1
        '\\u00bb-\\u00bf' -- quotation mark, fractions, question mark
        '\\u00d7' -- multiplication sign
        '\\u00f7' -- division sign
        '\\u0300-\\u036f' -- combining marks
        '\\u0378-\\u0379' -- unassigned in Greek
        '\\u0600-\\u0605' -- Arabic number signs, which are invisible
        '\\u061c' -- Arabic letter mark
        '\\u06dd' -- Arabic end of ayah
        '\\u070f' -- Syriac abbreviation mark
        '\\u0890-\\u0891' -- Arabic pound and piastre marks
        '\\u08e2' -- Arabic disputed end of ayah
        '\\u115f-\\u1160' -- Hangul fillers
        '\\u1680' -- Ogham space
        '\\u17b4-\\u17b5' -- Khmer inherent vowels, which are invisible
        '\\u180b-\\u180f' -- Mongolian selectors
        '\\u2000-\\u206f' -- general punctuation, spaces and invisible characters
        '\\u20d0-\\u20ff' -- combining marks for symbols
        '\\u2190-\\u2bff' -- arrows, mathematical and technical symbols, shapes
        '\\u3000' -- ideographic space
        '\\u3164' -- Hangul filler
        '\\ue000-\\uf8ff' -- private use
        '\\ufdd0-\\ufdef' -- noncharacters
        '\\ufe00-\\ufe0f' -- variation selectors
        '\\ufeff' -- byte order mark
        '\\uffa0' -- halfwidth Hangul filler
        '\\ufff0-\\uffff' -- specials
        '\\U000110bd' -- Kaithi number sign
        '\\U000110cd' -- Kaithi number sign above
        '\\U00013430-\\U0001345f' -- Egyptian format controls
        '\\U0001bca0-\\U0001bcaf' -- shorthand format controls
        '\\U0001d000-\\U0001d2ff' -- musical symbols
        '\\U0001f000-\\U0001faff' -- emoji, playing cards and other pictographs
        '\\U000e0000-\\U0010ffff' -- tags, variation selectors and private use
        ']', '', 'g')) >= 3, false)
$$;
