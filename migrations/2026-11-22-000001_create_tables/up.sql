-- The tables. Every constraint has a name, by which programs recognise a refusal.
-- Functions, triggers, views, policies and rights are in rules/.

CREATE TABLE wl.schema_version (
    id integer CONSTRAINT schema_version_pkey PRIMARY KEY CONSTRAINT schema_version_id_check CHECK (id = 1),
    number integer NOT NULL,
    oldest_program integer NOT NULL,
    rules_sha256 text NOT NULL
);
COMMENT ON TABLE wl.schema_version IS 'One row, written by wl migrate.';
COMMENT ON COLUMN wl.schema_version.number IS 'Raised with every released change of migrations or rules.';
COMMENT ON COLUMN wl.schema_version.oldest_program IS
    'The oldest program that may use this schema, by the schema number that it was built with.';
COMMENT ON COLUMN wl.schema_version.rules_sha256 IS 'The SHA-256 of the rule files that were applied last.';

-- until the rules are applied, no program may use the schema
INSERT INTO wl.schema_version (id, number, oldest_program, rules_sha256) VALUES (1, 0, 0, '');

-- What two names have in common if they are the same: the letters in lower case and
-- composed. It doesn't depend on the locale, so indexes can rely on it. Written from
-- src/text/name.rs; a test compares the two for every character.
CREATE FUNCTION wl.name_key(name text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT pg_catalog.lower(CASE WHEN pg_catalog.octet_length(name) OPERATOR(pg_catalog.=) pg_catalog.length(name) THEN name
        ELSE pg_catalog.translate(pg_catalog.normalize(name, 'NFC'),
            'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮĲĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽƁƂƄƆƇƉƊƋƎƏƐƑƓƔƖƗƘƜƝƟƠƢƤƦƧƩƬƮƯƱƲƳƵƷƸƼǄǅǇǈǊǋǍǏǑǓǕǗǙǛǞǠǢǤǦǨǪǬǮǱǲǴǶǷǸǺǼǾȀȂȄȆȈȊȌȎȐȒȔȖȘȚȜȞȠȢȤȦȨȪȬȮȰȲȺȻȽȾɁɃɄɅɆɈɊɌɎͰͲͶͿΆΈΉΊΌΎΏΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΪΫςϏϘϚϜϞϠϢϤϦϨϪϬϮϴϷϹϺϽϾϿЀЁЂЃЄЅІЇЈЉЊЋЌЍЎЏАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯѠѢѤѦѨѪѬѮѰѲѴѶѸѺѼѾҀҊҌҎҐҒҔҖҘҚҜҞҠҢҤҦҨҪҬҮҰҲҴҶҸҺҼҾӀӁӃӅӇӉӋӍӐӒӔӖӘӚӜӞӠӢӤӦӨӪӬӮӰӲӴӶӸӺӼӾԀԂԄԆԈԊԌԎԐԒԔԖԘԚԜԞԠԢԤԦԨԪԬԮԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔՕՖḀḂḄḆḈḊḌḎḐḒḔḖḘḚḜḞḠḢḤḦḨḪḬḮḰḲḴḶḸḺḼḾṀṂṄṆṈṊṌṎṐṒṔṖṘṚṜṞṠṢṤṦṨṪṬṮṰṲṴṶṸṺṼṾẀẂẄẆẈẊẌẎẐẒẔẞẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸỺỼỾἈἉἊἋἌἍἎἏἘἙἚἛἜἝἨἩἪἫἬἭἮἯἸἹἺἻἼἽἾἿὈὉὊὋὌὍὙὛὝὟὨὩὪὫὬὭὮὯᾈᾉᾊᾋᾌᾍᾎᾏᾘᾙᾚᾛᾜᾝᾞᾟᾨᾩᾪᾫᾬᾭᾮᾯᾸᾹᾺΆᾼῈΈῊΉῌῘῙῚΊῨῩῪΎῬῸΌῺΏῼ',
            'àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþāăąćĉċčďđēĕėęěĝğġģĥħĩīĭįĳĵķĺļľŀłńņňŋōŏőœŕŗřśŝşšţťŧũūŭůűųŵŷÿźżžɓƃƅɔƈɖɗƌǝəɛƒɠɣɩɨƙɯɲɵơƣƥʀƨʃƭʈưʊʋƴƶʒƹƽǆǆǉǉǌǌǎǐǒǔǖǘǚǜǟǡǣǥǧǩǫǭǯǳǳǵƕƿǹǻǽǿȁȃȅȇȉȋȍȏȑȓȕȗșțȝȟƞȣȥȧȩȫȭȯȱȳⱥȼƚⱦɂƀʉʌɇɉɋɍɏͱͳͷϳάέήίόύώαβγδεζηθικλμνξοπρστυφχψωϊϋσϗϙϛϝϟϡϣϥϧϩϫϭϯθϸϲϻͻͼͽѐёђѓєѕіїјљњћќѝўџабвгдежзийклмнопрстуфхцчшщъыьэюяѡѣѥѧѩѫѭѯѱѳѵѷѹѻѽѿҁҋҍҏґғҕҗҙқҝҟҡңҥҧҩҫҭүұҳҵҷҹһҽҿӏӂӄӆӈӊӌӎӑӓӕӗәӛӝӟӡӣӥӧөӫӭӯӱӳӵӷӹӻӽӿԁԃԅԇԉԋԍԏԑԓԕԗԙԛԝԟԡԣԥԧԩԫԭԯաբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆḁḃḅḇḉḋḍḏḑḓḕḗḙḛḝḟḡḣḥḧḩḫḭḯḱḳḵḷḹḻḽḿṁṃṅṇṉṋṍṏṑṓṕṗṙṛṝṟṡṣṥṧṩṫṭṯṱṳṵṷṹṻṽṿẁẃẅẇẉẋẍẏẑẓẕßạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹỻỽỿἀἁἂἃἄἅἆἇἐἑἒἓἔἕἠἡἢἣἤἥἦἧἰἱἲἳἴἵἶἷὀὁὂὃὄὅὑὓὕὗὠὡὢὣὤὥὦὧᾀᾁᾂᾃᾄᾅᾆᾇᾐᾑᾒᾓᾔᾕᾖᾗᾠᾡᾢᾣᾤᾥᾦᾧᾰᾱὰάᾳὲέὴήῃῐῑὶίῠῡὺύῥὸόὼώῳ')
        END COLLATE pg_catalog."C")
$$;

CREATE TABLE wl.users (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT users_pkey PRIMARY KEY,
    -- of type name, like session_user: a comparison as text could not use the index
    db_role name NOT NULL CONSTRAINT users_db_role_key UNIQUE,
    full_name text NOT NULL,
    role text NOT NULL,
    created_at timestamptz NOT NULL,
    created_by bigint NOT NULL CONSTRAINT users_created_by_fkey REFERENCES wl.users,
    row_version bigint NOT NULL,
    deleted_at timestamptz,
    CONSTRAINT users_db_role_check
        CHECK (db_role::text ~ '^[A-Za-z0-9_][A-Za-z0-9_.@-]*$' AND db_role::text !~* '^(pg|wl)_'),
    CONSTRAINT users_full_name_check
        CHECK (length(full_name) <= 200 AND full_name ~ '[^[:space:]]'),
    CONSTRAINT users_role_check CHECK (role IN ('technician', 'admin', 'accountant', 'ops')),
    -- names that look the same are the same bytes
    CONSTRAINT users_nfc_check CHECK (db_role::text IS NFC NORMALIZED AND full_name IS NFC NORMALIZED)
);
CREATE UNIQUE INDEX users_name_key ON wl.users (wl.name_key(db_role::text));
COMMENT ON TABLE wl.users IS 'People. Each is a PostgreSQL login; removed users stay, with deleted_at set.';
COMMENT ON COLUMN wl.users.role IS 'Mirrors the membership in the group role wl_<role>; if the two differ, the login has no rights.';
COMMENT ON COLUMN wl.users.row_version IS 'Raised by every change; each version has exactly one audit record.';

CREATE TABLE wl.work_orders (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT work_orders_pkey PRIMARY KEY,
    number text NOT NULL,
    title text NOT NULL,
    customer text NOT NULL,
    status text NOT NULL DEFAULT 'open',
    created_at timestamptz NOT NULL,
    created_by bigint NOT NULL CONSTRAINT work_orders_created_by_fkey REFERENCES wl.users,
    row_version bigint NOT NULL,
    deleted_at timestamptz,
    -- a slash would read as ORDER/LINE on the command line, a leading dash as an option
    CONSTRAINT work_orders_number_check
        CHECK (length(number) <= 64 AND number ~ '^[^[:space:][:cntrl:]/-]([^[:cntrl:]/]*[^[:space:][:cntrl:]/])?$'),
    CONSTRAINT work_orders_title_check CHECK (length(title) <= 1000 AND title ~ '[^[:space:]]'),
    CONSTRAINT work_orders_customer_check CHECK (length(customer) <= 200 AND customer ~ '[^[:space:]]'),
    CONSTRAINT work_orders_status_check
        CHECK (status IN ('open', 'in_progress', 'ready_to_bill', 'billed', 'cancelled')),
    CONSTRAINT work_orders_nfc_check CHECK (number IS NFC NORMALIZED AND customer IS NFC NORMALIZED)
);
-- text_pattern_ops also finds numbers by their beginning
CREATE UNIQUE INDEX work_orders_number_key ON wl.work_orders (wl.name_key(number) text_pattern_ops);
CREATE INDEX work_orders_status_idx ON wl.work_orders (status) WHERE deleted_at IS NULL;
CREATE INDEX work_orders_removed_idx ON wl.work_orders (id) WHERE deleted_at IS NOT NULL;
COMMENT ON TABLE wl.work_orders IS 'Jobs for customers, identified by their number, ignoring case.';

CREATE TABLE wl.line_items (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT line_items_pkey PRIMARY KEY,
    work_order_id bigint NOT NULL CONSTRAINT line_items_work_order_id_fkey REFERENCES wl.work_orders,
    position integer NOT NULL,
    description text NOT NULL,
    status text NOT NULL DEFAULT 'open',
    created_at timestamptz NOT NULL,
    created_by bigint NOT NULL CONSTRAINT line_items_created_by_fkey REFERENCES wl.users,
    row_version bigint NOT NULL,
    deleted_at timestamptz,
    idle_since timestamptz,
    CONSTRAINT line_items_position_key UNIQUE (work_order_id, position),
    -- the target of time_entries' composite key: an entry's line and order always agree
    CONSTRAINT line_items_id_work_order_id_key UNIQUE (id, work_order_id),
    CONSTRAINT line_items_position_check CHECK (position >= 1),
    CONSTRAINT line_items_description_check
        CHECK (length(description) <= 2000 AND description ~ '[^[:space:]]'),
    CONSTRAINT line_items_status_check CHECK (status IN ('open', 'in_progress', 'done', 'cancelled'))
);
CREATE INDEX line_items_live_idx ON wl.line_items (work_order_id) WHERE deleted_at IS NULL;
CREATE INDEX line_items_idle_idx ON wl.line_items (idle_since) WHERE idle_since IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX line_items_removed_idx ON wl.line_items (id) WHERE deleted_at IS NOT NULL;
COMMENT ON TABLE wl.line_items IS 'Tasks of a work order, numbered from 1 by the database.';
COMMENT ON COLUMN wl.line_items.idle_since IS
    'Since when the line item is done and without time; kept by the guards, for an index to find these few among all that are done.';

-- Checks of one column are domains: every statement parses a table's checks again,
-- which together would be a tenth of the cost of a timer.
CREATE DOMAIN wl.entry_status AS text CONSTRAINT time_entries_status_check CHECK (VALUE IN ('OPEN', 'LOCKED'));
CREATE DOMAIN wl.instant AS timestamptz CONSTRAINT time_entries_range_check
    CHECK (VALUE >= '1970-01-01 00:00:00+00' AND VALUE < 'infinity');
-- The duration of a time entry: rounded down, so negative if the end is before the start.
CREATE DOMAIN wl.duration AS bigint CONSTRAINT time_entries_end_check CHECK (VALUE >= 0);
CREATE DOMAIN wl.note AS text CONSTRAINT note_check CHECK (length(VALUE) <= 10000);
CREATE DOMAIN wl.reason AS text CONSTRAINT reason_check CHECK (length(VALUE) <= 2000);

CREATE TABLE wl.time_entries (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT time_entries_pkey PRIMARY KEY,
    user_id bigint NOT NULL CONSTRAINT time_entries_user_id_fkey REFERENCES wl.users,
    work_order_id bigint NOT NULL,
    line_item_id bigint NOT NULL,
    start_ts wl.instant NOT NULL,
    end_ts wl.instant,
    duration_seconds wl.duration
        GENERATED ALWAYS AS (floor(extract(epoch FROM (end_ts - start_ts)))::bigint) STORED,
    status wl.entry_status NOT NULL DEFAULT 'OPEN',
    note wl.note,
    note_salt uuid,
    approved_by bigint CONSTRAINT time_entries_approved_by_fkey REFERENCES wl.users,
    approved_at timestamptz,
    long_accepted boolean NOT NULL DEFAULT false,
    approvals integer NOT NULL DEFAULT 0,
    touched_by bigint[] NOT NULL,
    edited_reason wl.reason,
    edited_at timestamptz,
    edited_by bigint CONSTRAINT time_entries_edited_by_fkey REFERENCES wl.users,
    created_at timestamptz NOT NULL,
    created_by bigint NOT NULL CONSTRAINT time_entries_created_by_fkey REFERENCES wl.users,
    row_version bigint NOT NULL,
    deleted_at timestamptz,
    CONSTRAINT time_entries_line_item_fkey
        FOREIGN KEY (line_item_id, work_order_id) REFERENCES wl.line_items (id, work_order_id),
    CONSTRAINT time_entries_locked_check
        CHECK (CASE status
            WHEN 'LOCKED' THEN approved_by IS NOT NULL AND approved_at IS NOT NULL
                AND end_ts IS NOT NULL AND deleted_at IS NULL AND approvals > 0
            -- the last condition lets queries use the index of unlocked entries by its key alone
            ELSE approved_by IS NULL AND approved_at IS NULL AND NOT long_accepted
                AND (approvals = 0 OR edited_at IS NOT NULL)
        END),
    CONSTRAINT time_entries_no_overlap
        EXCLUDE USING gist (user_id WITH =, tstzrange(start_ts, end_ts) WITH &&) WHERE (deleted_at IS NULL)
);

CREATE UNIQUE INDEX "time_entries_one_active_timer_per_user"
  ON "time_entries"("user_id")
  WHERE "end_ts" IS NULL AND "deleted_at" IS NULL;

CREATE INDEX time_entries_work_order_id_idx ON wl.time_entries (work_order_id) WHERE deleted_at IS NULL;
CREATE INDEX time_entries_line_item_id_idx ON wl.time_entries (line_item_id) WHERE deleted_at IS NULL;
CREATE INDEX time_entries_user_id_start_ts_idx ON wl.time_entries (user_id, start_ts);
CREATE INDEX time_entries_open_idx ON wl.time_entries (work_order_id, start_ts) WHERE status = 'OPEN' AND deleted_at IS NULL;
CREATE INDEX time_entries_open_by_user_idx ON wl.time_entries (user_id) WHERE status = 'OPEN' AND deleted_at IS NULL;
CREATE INDEX time_entries_running_idx ON wl.time_entries (start_ts) WHERE end_ts IS NULL AND deleted_at IS NULL;
-- for limits from four hours on: nearly all entries are shorter, and so cost nothing here
CREATE INDEX time_entries_long_idx ON wl.time_entries (duration_seconds)
    WHERE duration_seconds >= 14400 AND status = 'OPEN' AND deleted_at IS NULL;
CREATE INDEX time_entries_reopened_idx ON wl.time_entries (edited_at) WHERE approvals > 0 AND status = 'OPEN' AND deleted_at IS NULL;
CREATE INDEX time_entries_reapproved_idx ON wl.time_entries (approved_at) WHERE approvals > 1 AND status = 'LOCKED';
CREATE INDEX time_entries_start_ts_idx ON wl.time_entries (start_ts, id) WHERE deleted_at IS NULL;
COMMENT ON TABLE wl.time_entries IS 'Spans of one user''s work on one line item; LOCKED entries are approved and do not change.';
COMMENT ON COLUMN wl.time_entries.duration_seconds IS 'Whole seconds, rounded down; computed here, never supplied.';
COMMENT ON COLUMN wl.time_entries.note_salt IS 'Random, and new with each note, so that readers of the note''s hash in the audit trail can''t guess the note.';
COMMENT ON COLUMN wl.time_entries.approvals IS 'How often this entry was approved: more than 0 while OPEN means that it was unlocked.';
COMMENT ON COLUMN wl.time_entries.touched_by IS 'All users who entered or changed this time; none of them may approve it.';
COMMENT ON COLUMN wl.time_entries.long_accepted IS 'The approver accepted a duration over the stale limit.';

-- EXPLAIN shows estimates even to users who may not see the rows, so texts have no statistics
ALTER TABLE wl.time_entries ALTER note SET STATISTICS 0, ALTER edited_reason SET STATISTICS 0;

CREATE TABLE wl.settings (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT settings_pkey PRIMARY KEY,
    name text NOT NULL CONSTRAINT settings_name_key UNIQUE,
    value text,
    row_version bigint NOT NULL DEFAULT 0,
    CONSTRAINT settings_value_check CHECK (CASE name
        WHEN 'organisation' THEN length(value) <= 200
        WHEN 'zone' THEN value IS NOT NULL AND length(value) <= 64
        -- seconds, from a minute to a year
        WHEN 'stale_after' THEN value IS NOT NULL AND value ~ '^[1-9][0-9]{1,7}$' AND value::bigint BETWEEN 60 AND 31536000
        WHEN 'two_pairs_of_eyes' THEN value IS NOT NULL AND value IN ('on', 'off')
        WHEN 'address' THEN length(value) <= 500 AND cardinality(string_to_array(value, chr(10))) <= 8
        WHEN 'footer' THEN length(value) <= 500 AND cardinality(string_to_array(value, chr(10))) <= 4
        WHEN 'language' THEN value IS NOT NULL AND value IN ('en', 'de', 'fr', 'es', 'it', 'nl')
        -- the SHA-256 of a row of wl.logos
        WHEN 'logo' THEN value ~ '^[0-9a-f]{64}$'
        ELSE false
    END IS NOT FALSE),
    CONSTRAINT settings_nfc_check CHECK (value IS NFC NORMALIZED)
);
COMMENT ON TABLE wl.settings IS 'One row per setting; row_version 0 marks the default that the migration wrote.';

INSERT INTO wl.settings (name, value) VALUES
    ('organisation', NULL),
    -- wl.add_first_admin sets it
    ('zone', 'UTC'),
    ('stale_after', '28800'),
    ('two_pairs_of_eyes', 'on'),
    ('address', NULL),
    ('footer', NULL),
    ('language', 'en'),
    ('logo', NULL);

CREATE TABLE wl.logos (
    sha256 bytea CONSTRAINT logos_pkey PRIMARY KEY,
    png bytea NOT NULL,
    CONSTRAINT logos_sha256_check CHECK (sha256 = sha256(png)),
    CONSTRAINT logos_png_check CHECK (length(png) <= 262144 AND substr(png, 1, 8) = decode('89504e470d0a1a0a', 'hex'))
);
COMMENT ON TABLE wl.logos IS 'Every logo that the setting logo has named, by its SHA-256, so that letterheads share one copy; rows are only added.';
