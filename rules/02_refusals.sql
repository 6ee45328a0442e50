-- The message and the remedy of every refusal, in one place. Guards refuse by the
-- name of a rule. Where the library refuses first, it asks for the same message. A
-- rule with several messages has a key for each: its name, a colon and the case.

-- Quotes a word of a command for a shell. The backslash is chr(92), because a
-- session's standard_conforming_strings could change the meaning of a literal.
CREATE OR REPLACE FUNCTION wl.shell_word(word text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN word ~ '^[A-Za-z0-9._/][A-Za-z0-9._+:@/%=-]*$' THEN word
        ELSE '''' || pg_catalog.replace(word, '''', '''' || pg_catalog.chr(92) || '''''') || '''' END
$$;

CREATE OR REPLACE FUNCTION wl.counted(number bigint, one text, many text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
    SELECT number || ' ' || CASE number WHEN 1 THEN one ELSE many END
$$;

-- The message and the remedy of a key, with the values filled in. Remedies name the
-- first value in commands, so it is quoted for a shell there.
CREATE OR REPLACE FUNCTION wl.refusal(key text, VARIADIC args text[] DEFAULT '{}',
    OUT sentence text, OUT remedy text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    SELECT format(w.sentence, VARIADIC args), format(w.remedy, VARIADIC ARRAY[wl.shell_word(args[1])] || args[2:])
    INTO STRICT sentence, remedy
    FROM (VALUES
        -- rights
        ('isolation_level', 'changes need the isolation level READ COMMITTED, and this transaction has %1$s',
            'begin with: BEGIN ISOLATION LEVEL READ COMMITTED'),
        ('not_a_user', 'the login %1$s is not an active user of Worklock',
            'an admin adds it with wl user add, or restores it with wl user restore'),
        ('user_right', 'only an admin changes users', 'ask an admin'),
        ('order_right:add', 'only an admin adds work orders', 'ask an admin'),
        ('order_right:change', 'an accountant moves work orders between ready_to_bill and billed; '
            'only an admin makes other changes', 'ask an admin'),
        ('line_right', 'only an admin changes line items', 'ask an admin'),
        ('entry_right', 'technicians change their own time, admins change all time, and other roles change none',
            'ask an admin'),
        ('approve_right', 'only an admin approves and unlocks', 'ask an admin'),
        ('setting_right', 'only an admin changes settings', 'ask an admin'),
        ('bill_right', 'only an accountant or an admin makes bills and their documents, and cancels bills', 'ask an accountant'),
        ('audit_right', 'the role %2$s may not record %1$s', 'ask an admin'),
        ('audit_verify_right', 'technicians may not verify the audit trail', 'ask an admin, an accountant or ops'),

        -- users
        ('users_exist', 'the database already has users', 'the first admin adds others with: wl user add'),
        ('user_login_powerful', 'the login %1$s has powers of its own on this server and cannot be a user of Worklock',
            'choose another login name'),
        ('user_login_reserved', 'the login name %1$s has a meaning of its own in PostgreSQL', 'choose another login name'),
        ('user_login_case', 'the login %2$s exists already and differs from %1$s only in capital and small letters',
            'choose a login name that nobody takes for the other'),
        ('user_other_role', 'the login %1$s already has another role, in this database or in another one '
            'on this server; a login has one role everywhere', 'give the same role here, or choose another login name'),
        ('user_other_role:elsewhere', 'the login %1$s has another role than %2$s in another database on this server; '
            'a login has one role everywhere', 'add the person with another login name'),
        ('user_login_taken', 'the login %1$s has or had a role in another database on this server',
            'choose another login name; or the owner of this database allows it, in wl db psql: %2$s'),
        ('user_fixed', 'the login of a user never changes', 'add a user with the new login, and remove this one'),
        ('user_removed', 'user %1$s is removed', 'an admin restores the user with: wl user restore %1$s'),
        ('user_live', 'user %1$s is not removed', 'see all users with: wl user list'),
        ('user_open_time', 'user %1$s has unapproved time: %2$s',
            'see it with: wl entry list --user %1$s --status OPEN; then approve or remove it'),
        ('user_self', 'admins neither remove themselves nor change their own role', 'ask another admin'),
        ('last_admin', '%1$s is the only admin', 'add another one first: wl user add NAME --full-name NAME --role admin'),

        -- work orders
        ('order_fixed', 'the id of a work order never changes', 'its number can change: wl order edit %1$s --number NUMBER'),
        ('order_removed', 'work order %1$s is removed', 'an admin restores it with: wl order restore %1$s'),
        ('order_live', 'work order %1$s is not removed', 'see it with: wl order list --search %1$s'),
        ('order_status', 'work order %1$s is %2$s; it can''t become %3$s from there', 'from %2$s it can become: %4$s'),
        ('order_unapproved', 'work order %1$s has unapproved time: %2$s, %3$s running',
            'see it with: wl entry list %1$s --status OPEN; approve it with: wl approve %1$s'),
        ('order_unbilled', 'work order %1$s has approved time on no bill: %2$s', 'bill it with: wl bill add %1$s'),
        ('order_billed', 'work order %1$s is billed',
            'an accountant moves it back with: wl order status %1$s ready_to_bill --reason TEXT'),
        ('order_in_use', 'work order %1$s still has %2$s and %3$s',
            'see them with: wl line list %1$s, and: wl entry list %1$s; LOCKED entries need an unlock before they can be removed'),
        ('order_closed:ready_to_bill', 'work order %1$s is ready_to_bill and takes no new time',
            'an admin reopens it with: wl order status %1$s in_progress'),
        ('order_closed:cancelled', 'work order %1$s is cancelled and takes no new time',
            'an admin reopens it with: wl order status %1$s open'),
        ('order_closed:billed', 'work order %1$s is billed and takes no new time',
            'an accountant moves it back with: wl order status %1$s ready_to_bill --reason TEXT'),

        -- line items
        ('line_fixed', 'the order and the position of a line item never change',
            'add a line item to the other order with: wl line add'),
        ('line_removed', 'line item %1$s is removed', 'an admin restores it with: wl line restore %1$s'),
        ('line_live', 'line item %1$s is not removed', 'see the time on it with: wl entry list %1$s'),
        ('line_closed', 'line item %1$s is %2$s and takes no new time',
            'an admin reopens it with: wl line status %1$s open'),
        ('line_in_use', 'line item %1$s still has %2$s', 'see them with: wl entry list %1$s; open ones can be removed or moved, LOCKED ones need an unlock first'),

        -- time entries
        ('entry_fixed', 'the id and the user of an entry never change',
            'remove it with wl entry remove %1$s, and add the time again'),
        ('entry_locked', 'entry %1$s is LOCKED: approved time does not change',
            'an admin reopens it with: wl unlock %1$s --reason TEXT'),
        ('entry_billed', 'entry %2$s is on bill %1$s',
            'cancel the bill with: wl bill cancel %1$s --reason TEXT; then unlock, edit and approve the entry, and bill it again'),
        ('entry_billed:again', 'entry %2$s is on bill %1$s already', 'see it with: wl bill show %1$s'),
        ('entry_open', 'entry %1$s is not LOCKED', 'correct it with: wl entry edit %1$s'),
        ('entry_open:bill', 'entry %1$s is not LOCKED, so it can''t be billed',
            'an admin approves it with: wl approve --entry %1$s'),
        ('entry_removed', 'entry %1$s is removed', 'restore it with: wl entry restore %1$s'),
        ('entry_live', 'entry %1$s is not removed', 'see it with: wl entry show %1$s'),
        ('entry_reopened', 'entry %1$s has ended and can''t run again', 'start a new timer with: wl start ORDER'),
        ('future_time', '%1$s is in the future: the server''s clock says %2$s',
            'check the date, the zone and that clock; wl takes times such as "yesterday 16:00"'),
        ('approve_running', 'entry %1$s is a running timer',
            'stop it first; an admin stops another user''s timer with: wl stop --user NAME --reason TEXT'),
        ('approve_own', 'entry %1$s was worked, entered or changed by you', 'ask another admin to approve it'),
        ('approve_long', 'entry %1$s is %2$s long, over the limit of %3$s',
            'check it, then: wl approve --entry %1$s --accept-long'),

        -- bills
        ('bill_until', 'a bill can''t go until %1$s: today is %2$s in %3$s', 'give a day that is not in the future: --until DAY'),
        ('bill_empty', 'a bill needs at least one entry', 'see what is unbilled with: wl bill add ORDER --dry-run'),
        ('bill_entries', 'the bill names %1$s and %3$s, but %2$s of the entries exist, each counted once',
            'name each entry once, with its version'),
        ('bill_changed', 'entry %1$s has changed since it was selected', 'look at it, then bill again: wl entry show %1$s'),
        ('bill_after_until', 'entry %1$s started after %2$s, the last day of the bill', 'bill it later, or until a later day'),
        ('bill_customer', 'work order %1$s is for %2$s, and %3$s is for %4$s: a bill has one customer',
            'make one bill for each customer: --per customer'),
        ('bill_reference', 'bill %1$s already has the reference %2$s', 'see it with: wl bill show %1$s'),
        ('bill_cancelled', 'bill %1$s is already cancelled', 'see it with: wl bill show %1$s'),
        ('bill_order_billed', 'work order %2$s on bill %1$s is billed, so its bill can''t be cancelled',
            'move it back to ready_to_bill first; this does both: wl bill cancel %1$s --reason TEXT'),
        ('bill_fixed', 'bill %1$s does not change, and neither do its lines',
            'cancel it with wl bill cancel %1$s --reason TEXT, and make another one'),
        ('letterhead_missing', 'the settings that documents print have no letterhead yet', 'wl bill add makes it; try again'),
        ('letterhead_fixed', 'a letterhead does not change', 'change the settings; the next bill then has another one'),
        ('document_taken', 'a file with these bytes is registered as the %2$s of bill %1$s, by %3$s',
            'ask %3$s why; wl audit log shows the record'),
        ('document_fixed', 'a registered document does not change', 'make it again with: wl export pdf --bill %1$s'),

        -- reasons
        ('reason_required:given', 'a reason has at least three letters or digits', 'give one, or none'),
        ('reason_required:approved', 'entry %1$s was approved before; changing it needs a reason',
            'add --reason TEXT with at least three letters or digits'),
        ('reason_required:other', 'entry %1$s is another user''s time; changing it needs a reason',
            'add --reason TEXT with at least three letters or digits'),
        ('reason_required:add', 'adding time for another user needs a reason',
            'add --reason TEXT with at least three letters or digits'),
        ('reason_required:stop', 'stopping another user''s timer needs a reason',
            'add --reason TEXT with at least three letters or digits'),
        ('reason_required:unlock', 'unlocking entry %1$s needs a reason',
            'add --reason TEXT with at least three letters or digits'),
        ('reason_required:billed', 'work order %1$s is billed; moving it back needs a reason',
            'add --reason TEXT with at least three letters or digits'),
        ('reason_required:cancel', 'cancelling bill %1$s needs a reason',
            'add --reason TEXT with at least three letters or digits'),

        -- settings
        ('setting_fixed', 'settings can be changed, but not added or renamed', 'see them with: wl settings'),
        ('setting_zone', 'the server does not know the time zone %1$s', 'zones have names such as Europe/Berlin'),
        ('setting_logo', 'no logo with the SHA-256 %1$s is stored', 'store one with: wl settings set logo FILE'),
        ('logo_unused', 'the logo %1$s is not the value of the setting logo', 'store one with: wl settings set logo FILE'),

        -- one change at a time
        ('one_change:user', 'the name, role and removal of a user change one at a time', 'make each change alone'),
        ('one_change:order', 'the text, status and removal of a work order change one at a time', 'make each change alone'),
        ('one_change:line', 'the text, status and removal of a line item change one at a time', 'make each change alone'),
        ('one_change:entry', 'stop, correction, approval and removal of an entry happen one at a time', 'make each change alone'),
        ('one_change:reason', 'a reason alone changes nothing', 'give the reason together with the change'),

        -- the audit trail
        ('nothing_is_deleted', '%1$s on %2$s: rows are hidden with deleted_at, never deleted, '
            'and audit records never change', 'hide a row with one of the remove commands of wl'),
        ('audit_without_change', 'there is no change to record',
            'wl records every change that it makes'),
        ('audit_action', 'the change is %1$s, not %2$s',
            'wl records every change that it makes'),
        ('audit_action:auto_stop', 'the change is timer.stop: no other timer started at that instant',
            'wl records every change that it makes'),
        ('audit_action:cancel', 'the change is %1$s: only the removal of one''s own running timer is timer.cancel',
            'wl records every change that it makes'),
        ('audit_reason', 'the record and the entry must give the same reason',
            'wl records every change that it makes'),
        ('audit_undo', 'the operation ID %2$s belongs to the undo of an operation of yours, with the reason "undo of" and its ID',
            'undo your newest operation with wl undo, or choose another operation ID'),
        ('audit_missing', 'the change of %1$s %2$s has no audit record', 'wl records every change that it makes')
    ) w (key, sentence, remedy)
    WHERE w.key = refusal.key;
END
$$;

-- Refuses. The name of the rule is sent as the name of a constraint, because
-- drivers pass that on.
CREATE OR REPLACE FUNCTION wl.refuse(key text, VARIADIC args text[] DEFAULT '{}') RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    words record;
BEGIN
    SELECT r.sentence, r.remedy INTO words FROM wl.refusal(refuse.key, VARIADIC refuse.args) r;
    RAISE EXCEPTION USING ERRCODE = 'WL001', CONSTRAINT = split_part(key, ':', 1),
        MESSAGE = words.sentence, HINT = words.remedy;
END
$$;
