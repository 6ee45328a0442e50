-- Three letters or digits at least. Blanks of every script are no letters, nor
-- what has no shape of its own or is for private use;
-- the ranges don't depend on the database's locale,
-- nor the E'' on the session's standard_conforming_strings.
CREATE OR REPLACE FUNCTION wl.has_substance(words text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(length(regexp_replace(words,
        E'[\\u0001-\\u002f\\u003a-\\u0040\\u005b-\\u0060\\u007b-\\u00a9\\u00ab-\\u00b4\\u00b6-\\u00b9\\u00bb-\\u00bf\\u0300-\\u036f\\u0378\\u0379\\u0600-\\u0605\\u061c\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u115f\\u1160\\u1680\\u17b4\\u17b5\\u180b-\\u180f\\u2000-\\u206f\\u20d0-\\u20ff\\u2190-\\u2bff\\u3000\\u3164\\ue000-\\uf8ff\\ufdd0-\\ufdef\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\uffff\\U000110bd\\U000110cd\\U00013430-\\U0001345f\\U0001bca0-\\U0001bcaf\\U0001d000-\\U0001d2ff\\U0001f000-\\U0001faff\\U000e0000-\\U0010ffff]',
        '', 'g')) >= 3, false)
$$;
