
use builtin;
use str;

set edit:completion:arg-completer[wl] = {|@words|
    fn spaces {|n|
        builtin:repeat $n ' ' | str:join ''
    }
    fn cand {|text desc|
        edit:complex-candidate $text &display=$text' '(spaces (- 14 (wcswidth $text)))$desc
    }
    var command = 'wl'
    for word $words[1..-1] {
        if (str:has-prefix $word '-') {
            break
        }
        set command = $command';'$word
    }
    var completions = [
        &'wl'= {
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand init 'Set up the database and its first admin'
            cand timer 'Start and stop your timer'
            cand entry 'List and correct time entries'
            cand approve 'Confirm finished time, which locks it'
            cand unlock 'Reopen one locked entry for a correction'
            cand exceptions 'Find what somebody must look at before billing'
            cand export 'Export approved time, or list what changed since it was handed over'
            cand report 'Totals of time'
            cand order 'Work orders'
            cand line 'Line items of work orders'
            cand user 'People and their roles'
            cand settings 'Show and change settings'
            cand audit 'The audit trail and its proof'
            cand migrate 'Bring the database schema up to date'
            cand db 'The private local database'
            cand doctor 'Check that everything is as it must be; exit 3 if anything is not'
            cand completions 'Print the completion script for a shell'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'wl;init'= {
            cand --admin 'Login of the first admin [default: your system user]'
            cand --full-name 'Name of the first admin as printed on exports [default: the login]'
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;timer'= {
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand start 'Start a timer; one that runs is stopped at the same instant'
            cand stop 'Stop the running timer'
            cand status 'Show the running timer'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'wl;timer;start'= {
            cand -n 'What you are doing'
            cand --note 'What you are doing'
            cand --at 'When it began: 14:30, "yesterday 16:00", "20m ago", 2026-03-01T14:30:00Z'
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand --no-switch 'Refuse if a timer runs, instead of stopping it'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;timer;stop'= {
            cand --at 'When it ended: 14:30, "20m ago"'
            cand -n 'What you did; follows the note given at the start'
            cand --note 'What you did; follows the note given at the start'
            cand --user 'Stop the timer of somebody else, as an admin'
            cand --reason 'Why, for somebody else''s timer'
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;timer;status'= {
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;timer;help'= {
            cand start 'Start a timer; one that runs is stopped at the same instant'
            cand stop 'Stop the running timer'
            cand status 'Show the running timer'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'wl;timer;help;start'= {
        }
        &'wl;timer;help;stop'= {
        }
        &'wl;timer;help;status'= {
        }
        &'wl;timer;help;help'= {
        }
        &'wl;entry'= {
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand list 'List time entries, oldest first'
            cand show 'Show one entry'
            cand add 'Add a finished entry'
            cand edit 'Correct an entry'
            cand remove 'Hide an entry; it stays in the audit trail'
            cand restore 'Bring a removed entry back'
            cand import 'Take entries from a CSV file'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'wl;entry;list'= {
            cand --user 'Only time of this user'
            cand --status 'Only OPEN or LOCKED entries'
            cand --from 'Entries that start on this day or later, such as 2026-03-01'
            cand --to 'Entries that start on this day or earlier'
            cand --limit 'The newest so many'
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand --removed 'Removed entries instead of live ones'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;entry;show'= {
            cand --as-of 'As it was then, by the audit trail alone'
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;entry;add'= {
            cand --start 'When it began: 2026-03-01 14:30, "yesterday 16:00"'
            cand --end 'When it ended'
            cand -n 'What was done'
            cand --note 'What was done'
            cand --user 'Whose time, as an admin'
            cand --reason 'Why, for somebody else''s time'
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;entry;edit'= {
            cand --start 'New start'
            cand --end 'New end'
            cand --line 'Move to this line item'
            cand -n 'New note; an empty one takes it away'
            cand --note 'New note; an empty one takes it away'
            cand --reason 'Why; needed for somebody else''s time and for time that was approved before'
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;entry;remove'= {
            cand --reason 'Why; needed for somebody else''s time and for time that was approved before'
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;entry;restore'= {
            cand --reason 'Why; needed for somebody else''s time and for time that was approved before'
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;entry;import'= {
            cand --map 'Which column is what, such as number=case_id (can be repeated); a column of the target''s own name needs none'
            cand --delimiter 'Character between the columns'
            cand --rejects 'Take the rows that pass, and write the others to this file with the rule that refused each'
            cand --zone 'Zone of times without an offset, such as Europe/Berlin [default: the setting, TZ, the system]'
            cand --reason 'Why, for the audit trail [default: names the file]'
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand --force 'Replace the file of rejects if it exists'
            cand -n 'Say what would happen, and change nothing'
            cand --dry-run 'Say what would happen, and change nothing'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;entry;help'= {
            cand list 'List time entries, oldest first'
            cand show 'Show one entry'
            cand add 'Add a finished entry'
            cand edit 'Correct an entry'
            cand remove 'Hide an entry; it stays in the audit trail'
            cand restore 'Bring a removed entry back'
            cand import 'Take entries from a CSV file'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'wl;entry;help;list'= {
        }
        &'wl;entry;help;show'= {
        }
        &'wl;entry;help;add'= {
        }
        &'wl;entry;help;edit'= {
        }
        &'wl;entry;help;remove'= {
        }
        &'wl;entry;help;restore'= {
        }
        &'wl;entry;help;import'= {
        }
        &'wl;entry;help;help'= {
        }
        &'wl;approve'= {
            cand --entry 'Approve this entry (can be repeated)'
            cand --user 'Only time of this user'
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -n 'Show what would be approved, and change nothing'
            cand --dry-run 'Show what would be approved, and change nothing'
            cand -y 'Approve without asking'
            cand --yes 'Approve without asking'
            cand --accept-long 'Also approve entries over the limit of the setting stale_after'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;unlock'= {
            cand --reason 'Why it must be corrected'
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;exceptions'= {
            cand --kind 'Only this kind (can be repeated)'
            cand --stale-after 'How long a timer may run, such as 8h [default: the setting stale_after]'
            cand --since 'Also list, as resolved, what was changed and approved again since then'
            cand --limit 'Show so many of each kind, the oldest first; 0: all'
            cand -o 'File to write instead of standard output, whole or not at all'
            cand --output 'File to write instead of standard output, whole or not at all'
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand --counts 'Show how many there are of each kind, and since when'
            cand --force 'Replace the file if it exists'
            cand --exit-code 'Exit with 3 if there is any finding'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;export'= {
            cand --changed-since 'List what differs from what was handed over: since a seal (a seal file or its 64 digits), or since a time'
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand csv 'One row an entry, for spreadsheets and accounting systems'
            cand pdf 'A document to file or to send'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'wl;export;csv'= {
            cand --status 'All orders in this status'
            cand --from 'Entries that start on this day or later, such as 2026-03-01'
            cand --to 'Entries that start on this day or earlier'
            cand -o 'File to write; - is standard output'
            cand --output 'File to write; - is standard output'
            cand --dir 'Write a file for each order into this folder, and a manifest; stopped, the same command carries on'
            cand --seal 'Print this earlier seal (a seal file) instead of the present one'
            cand --delimiter 'Character between the columns'
            cand --columns 'Only these columns, in this order, such as work_order,user,hours'
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand --include-unapproved 'Export a draft: time that nobody approved too, marked'
            cand --force 'Replace files that exist'
            cand --excel 'For spreadsheets: byte-order mark, CRLF, and times as 2026-03-01 14:30:00'
            cand --totals 'End with a line of sums, and one of rounding where the hours need it'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;export;pdf'= {
            cand --status 'All orders in this status'
            cand --from 'Entries that start on this day or later, such as 2026-03-01'
            cand --to 'Entries that start on this day or earlier'
            cand -o 'File to write; - is standard output'
            cand --output 'File to write; - is standard output'
            cand --dir 'Write a file for each order into this folder, and a manifest; stopped, the same command carries on'
            cand --seal 'Print this earlier seal (a seal file) instead of the present one'
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand --include-unapproved 'Export a draft: time that nobody approved too, marked'
            cand --force 'Replace files that exist'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;export;help'= {
            cand csv 'One row an entry, for spreadsheets and accounting systems'
            cand pdf 'A document to file or to send'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'wl;export;help;csv'= {
        }
        &'wl;export;help;pdf'= {
        }
        &'wl;export;help;help'= {
        }
        &'wl;report'= {
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand hours 'Add up time by technician, order, day or week; the total is the same by each'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'wl;report;hours'= {
            cand --by 'What makes a line'
            cand --from 'Time from this day on, such as 2026-03-01'
            cand --to 'Time to the end of this day'
            cand --user 'Only the time of this user'
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;report;help'= {
            cand hours 'Add up time by technician, order, day or week; the total is the same by each'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'wl;report;help;hours'= {
        }
        &'wl;report;help;help'= {
        }
        &'wl;order'= {
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand add 'Add a work order'
            cand list 'List work orders'
            cand show 'Show a work order and its line items'
            cand edit 'Change number, title or customer'
            cand status 'Move a work order to another status'
            cand remove 'Hide a work order without time'
            cand restore 'Bring a removed work order back'
            cand import 'Take work orders from a CSV file'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'wl;order;add'= {
            cand --title 'What is to be done'
            cand --customer 'For whom'
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;order;list'= {
            cand --status 'Only orders in this status'
            cand --customer 'Only orders of this customer (part of the name)'
            cand -s 'Only orders with this text in number, title or customer'
            cand --search 'Only orders with this text in number, title or customer'
            cand --limit 'At most so many'
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand --removed 'Removed orders too'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;order;show'= {
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;order;edit'= {
            cand --number 'New number'
            cand --title 'New title'
            cand --customer 'New customer'
            cand --reason 'Why'
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;order;status'= {
            cand --reason 'Why; needed to move a billed order back'
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;order;remove'= {
            cand --reason 'Why'
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;order;restore'= {
            cand --reason 'Why'
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;order;import'= {
            cand --map 'Which column is what, such as number=case_id (can be repeated); a column of the target''s own name needs none'
            cand --delimiter 'Character between the columns'
            cand --rejects 'Take the rows that pass, and write the others to this file with the rule that refused each'
            cand --number-prefix 'Put before each number; without a column for numbers the row''s own is used'
            cand --customer 'Customer of all orders, where no column says'
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand --force 'Replace the file of rejects if it exists'
            cand -n 'Say what would happen, and change nothing'
            cand --dry-run 'Say what would happen, and change nothing'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;order;help'= {
            cand add 'Add a work order'
            cand list 'List work orders'
            cand show 'Show a work order and its line items'
            cand edit 'Change number, title or customer'
            cand status 'Move a work order to another status'
            cand remove 'Hide a work order without time'
            cand restore 'Bring a removed work order back'
            cand import 'Take work orders from a CSV file'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'wl;order;help;add'= {
        }
        &'wl;order;help;list'= {
        }
        &'wl;order;help;show'= {
        }
        &'wl;order;help;edit'= {
        }
        &'wl;order;help;status'= {
        }
        &'wl;order;help;remove'= {
        }
        &'wl;order;help;restore'= {
        }
        &'wl;order;help;import'= {
        }
        &'wl;order;help;help'= {
        }
        &'wl;line'= {
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand add 'Add a line item at the end of a work order'
            cand list 'List the line items of a work order'
            cand edit 'Change the description'
            cand status 'Move a line item to another status'
            cand remove 'Hide a line item without time'
            cand restore 'Bring a removed line item back'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'wl;line;add'= {
            cand -d 'What is to be done'
            cand --description 'What is to be done'
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;line;list'= {
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand --removed 'Removed line items too'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;line;edit'= {
            cand -d 'New description'
            cand --description 'New description'
            cand --reason 'Why'
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;line;status'= {
            cand --reason 'Why'
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;line;remove'= {
            cand --reason 'Why'
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;line;restore'= {
            cand --reason 'Why'
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;line;help'= {
            cand add 'Add a line item at the end of a work order'
            cand list 'List the line items of a work order'
            cand edit 'Change the description'
            cand status 'Move a line item to another status'
            cand remove 'Hide a line item without time'
            cand restore 'Bring a removed line item back'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'wl;line;help;add'= {
        }
        &'wl;line;help;list'= {
        }
        &'wl;line;help;edit'= {
        }
        &'wl;line;help;status'= {
        }
        &'wl;line;help;remove'= {
        }
        &'wl;line;help;restore'= {
        }
        &'wl;line;help;help'= {
        }
        &'wl;user'= {
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand add 'Add a user: a login and its role'
            cand list 'List users'
            cand role 'Give a user another role'
            cand remove 'Take a user''s rights away; the history stays'
            cand restore 'Bring a removed user back'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'wl;user;add'= {
            cand --full-name 'Name as printed on exports'
            cand --role 'What the user may do'
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;user;list'= {
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand --removed 'Removed users too'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;user;role'= {
            cand --reason 'Why'
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;user;remove'= {
            cand --reason 'Why'
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;user;restore'= {
            cand --reason 'Why'
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;user;help'= {
            cand add 'Add a user: a login and its role'
            cand list 'List users'
            cand role 'Give a user another role'
            cand remove 'Take a user''s rights away; the history stays'
            cand restore 'Bring a removed user back'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'wl;user;help;add'= {
        }
        &'wl;user;help;list'= {
        }
        &'wl;user;help;role'= {
        }
        &'wl;user;help;remove'= {
        }
        &'wl;user;help;restore'= {
        }
        &'wl;user;help;help'= {
        }
        &'wl;settings'= {
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand show 'Show all settings'
            cand set 'Change one; an empty value takes it away'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'wl;settings;show'= {
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;settings;set'= {
            cand --reason 'Why'
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;settings;help'= {
            cand show 'Show all settings'
            cand set 'Change one; an empty value takes it away'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'wl;settings;help;show'= {
        }
        &'wl;settings;help;set'= {
        }
        &'wl;settings;help;help'= {
        }
        &'wl;audit'= {
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand log 'Show who did what, when and why; the newest last'
            cand show 'Tell the life of one row: who changed what from what to what, when and why'
            cand verify 'Recompute all chains and compare every row with its last record; exit 3 if anything is wrong'
            cand seal 'Print the seal of the trail as it is now'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'wl;audit;log'= {
            cand --user 'Only what this user did'
            cand --action 'Only this action or group of actions, such as entry.unlock or timer'
            cand --entry 'Only records of this entry'
            cand --operation 'Only records of this operation'
            cand --since 'Only records since then'
            cand --limit 'The newest so many'
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;audit;show'= {
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;audit;verify'= {
            cand --seal 'Also check that everything under this earlier seal is still there: a seal file, or the 64 digits that a document shows'
            cand --since 'Verify only what came after this earlier seal: what is under it was verified before. That a later record was taken away, only the whole verification finds'
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;audit;seal'= {
            cand -o 'Write the seal file here'
            cand --output 'Write the seal file here'
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand --force 'Replace the file if it exists'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;audit;help'= {
            cand log 'Show who did what, when and why; the newest last'
            cand show 'Tell the life of one row: who changed what from what to what, when and why'
            cand verify 'Recompute all chains and compare every row with its last record; exit 3 if anything is wrong'
            cand seal 'Print the seal of the trail as it is now'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'wl;audit;help;log'= {
        }
        &'wl;audit;help;show'= {
        }
        &'wl;audit;help;verify'= {
        }
        &'wl;audit;help;seal'= {
        }
        &'wl;audit;help;help'= {
        }
        &'wl;migrate'= {
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand up 'Apply the migrations that are missing'
            cand down 'Take the last migration back; only while there is no data'
            cand status 'Show which migrations are applied'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'wl;migrate;up'= {
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;migrate;down'= {
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand --all 'All migrations'
            cand -y 'Without asking'
            cand --yes 'Without asking'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;migrate;status'= {
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;migrate;help'= {
            cand up 'Apply the migrations that are missing'
            cand down 'Take the last migration back; only while there is no data'
            cand status 'Show which migrations are applied'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'wl;migrate;help;up'= {
        }
        &'wl;migrate;help;down'= {
        }
        &'wl;migrate;help;status'= {
        }
        &'wl;migrate;help;help'= {
        }
        &'wl;db'= {
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand start 'Start the private database'
            cand stop 'Stop it'
            cand status 'Show where it is and whether it runs'
            cand psql 'Open psql as your login, or as that of --as'
            cand backup 'Write a backup of everything, this database''s or that of DATABASE_URL; its owner does'
            cand restore 'Fill an empty database with a backup, and verify it'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'wl;db;start'= {
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;db;stop'= {
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;db;status'= {
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;db;psql'= {
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;db;backup'= {
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand --force 'Replace the files if they exist'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;db;restore'= {
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;db;help'= {
            cand start 'Start the private database'
            cand stop 'Stop it'
            cand status 'Show where it is and whether it runs'
            cand psql 'Open psql as your login, or as that of --as'
            cand backup 'Write a backup of everything, this database''s or that of DATABASE_URL; its owner does'
            cand restore 'Fill an empty database with a backup, and verify it'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'wl;db;help;start'= {
        }
        &'wl;db;help;stop'= {
        }
        &'wl;db;help;status'= {
        }
        &'wl;db;help;psql'= {
        }
        &'wl;db;help;backup'= {
        }
        &'wl;db;help;restore'= {
        }
        &'wl;db;help;help'= {
        }
        &'wl;doctor'= {
            cand --seal 'An earlier seal that the trail must still contain: a seal file, or the 64 digits that a document shows'
            cand --idle-after 'How long a session may be idle in a transaction'
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;completions'= {
            cand --database-url 'Database to use; without one, a private local database'
            cand --as 'Login to connect as [default: your system user, or the URL''s]'
            cand --format 'Form of the output'
            cand --color 'When to use colours'
            cand --op-id 'Id of this operation; the same id given twice does the work once'
            cand -q 'Say nothing that is no result and no error'
            cand --quiet 'Say nothing that is no result and no error'
            cand -v 'Say more; twice: what the server says'
            cand --verbose 'Say more; twice: what the server says'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;help'= {
            cand init 'Set up the database and its first admin'
            cand timer 'Start and stop your timer'
            cand entry 'List and correct time entries'
            cand approve 'Confirm finished time, which locks it'
            cand unlock 'Reopen one locked entry for a correction'
            cand exceptions 'Find what somebody must look at before billing'
            cand export 'Export approved time, or list what changed since it was handed over'
            cand report 'Totals of time'
            cand order 'Work orders'
            cand line 'Line items of work orders'
            cand user 'People and their roles'
            cand settings 'Show and change settings'
            cand audit 'The audit trail and its proof'
            cand migrate 'Bring the database schema up to date'
            cand db 'The private local database'
            cand doctor 'Check that everything is as it must be; exit 3 if anything is not'
            cand completions 'Print the completion script for a shell'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'wl;help;init'= {
        }
        &'wl;help;timer'= {
            cand start 'Start a timer; one that runs is stopped at the same instant'
            cand stop 'Stop the running timer'
            cand status 'Show the running timer'
        }
        &'wl;help;timer;start'= {
        }
        &'wl;help;timer;stop'= {
        }
        &'wl;help;timer;status'= {
        }
        &'wl;help;entry'= {
            cand list 'List time entries, oldest first'
            cand show 'Show one entry'
            cand add 'Add a finished entry'
            cand edit 'Correct an entry'
            cand remove 'Hide an entry; it stays in the audit trail'
            cand restore 'Bring a removed entry back'
            cand import 'Take entries from a CSV file'
        }
        &'wl;help;entry;list'= {
        }
        &'wl;help;entry;show'= {
        }
        &'wl;help;entry;add'= {
        }
        &'wl;help;entry;edit'= {
        }
        &'wl;help;entry;remove'= {
        }
        &'wl;help;entry;restore'= {
        }
        &'wl;help;entry;import'= {
        }
        &'wl;help;approve'= {
        }
        &'wl;help;unlock'= {
        }
        &'wl;help;exceptions'= {
        }
        &'wl;help;export'= {
            cand csv 'One row an entry, for spreadsheets and accounting systems'
            cand pdf 'A document to file or to send'
        }
        &'wl;help;export;csv'= {
        }
        &'wl;help;export;pdf'= {
        }
        &'wl;help;report'= {
            cand hours 'Add up time by technician, order, day or week; the total is the same by each'
        }
        &'wl;help;report;hours'= {
        }
        &'wl;help;order'= {
            cand add 'Add a work order'
            cand list 'List work orders'
            cand show 'Show a work order and its line items'
            cand edit 'Change number, title or customer'
            cand status 'Move a work order to another status'
            cand remove 'Hide a work order without time'
            cand restore 'Bring a removed work order back'
            cand import 'Take work orders from a CSV file'
        }
        &'wl;help;order;add'= {
        }
        &'wl;help;order;list'= {
        }
        &'wl;help;order;show'= {
        }
        &'wl;help;order;edit'= {
        }
        &'wl;help;order;status'= {
        }
        &'wl;help;order;remove'= {
        }
        &'wl;help;order;restore'= {
        }
        &'wl;help;order;import'= {
        }
        &'wl;help;line'= {
            cand add 'Add a line item at the end of a work order'
            cand list 'List the line items of a work order'
            cand edit 'Change the description'
            cand status 'Move a line item to another status'
            cand remove 'Hide a line item without time'
            cand restore 'Bring a removed line item back'
        }
        &'wl;help;line;add'= {
        }
        &'wl;help;line;list'= {
        }
        &'wl;help;line;edit'= {
        }
        &'wl;help;line;status'= {
        }
        &'wl;help;line;remove'= {
        }
        &'wl;help;line;restore'= {
        }
        &'wl;help;user'= {
            cand add 'Add a user: a login and its role'
            cand list 'List users'
            cand role 'Give a user another role'
            cand remove 'Take a user''s rights away; the history stays'
            cand restore 'Bring a removed user back'
        }
        &'wl;help;user;add'= {
        }
        &'wl;help;user;list'= {
        }
        &'wl;help;user;role'= {
        }
        &'wl;help;user;remove'= {
        }
        &'wl;help;user;restore'= {
        }
        &'wl;help;settings'= {
            cand show 'Show all settings'
            cand set 'Change one; an empty value takes it away'
        }
        &'wl;help;settings;show'= {
        }
        &'wl;help;settings;set'= {
        }
        &'wl;help;audit'= {
            cand log 'Show who did what, when and why; the newest last'
            cand show 'Tell the life of one row: who changed what from what to what, when and why'
            cand verify 'Recompute all chains and compare every row with its last record; exit 3 if anything is wrong'
            cand seal 'Print the seal of the trail as it is now'
        }
        &'wl;help;audit;log'= {
        }
        &'wl;help;audit;show'= {
        }
        &'wl;help;audit;verify'= {
        }
        &'wl;help;audit;seal'= {
        }
        &'wl;help;migrate'= {
            cand up 'Apply the migrations that are missing'
            cand down 'Take the last migration back; only while there is no data'
            cand status 'Show which migrations are applied'
        }
        &'wl;help;migrate;up'= {
        }
        &'wl;help;migrate;down'= {
        }
        &'wl;help;migrate;status'= {
        }
        &'wl;help;db'= {
            cand start 'Start the private database'
            cand stop 'Stop it'
            cand status 'Show where it is and whether it runs'
            cand psql 'Open psql as your login, or as that of --as'
            cand backup 'Write a backup of everything, this database''s or that of DATABASE_URL; its owner does'
            cand restore 'Fill an empty database with a backup, and verify it'
        }
        &'wl;help;db;start'= {
        }
        &'wl;help;db;stop'= {
        }
        &'wl;help;db;status'= {
        }
        &'wl;help;db;psql'= {
        }
        &'wl;help;db;backup'= {
        }
        &'wl;help;db;restore'= {
        }
        &'wl;help;doctor'= {
        }
        &'wl;help;completions'= {
        }
        &'wl;help;help'= {
        }
    ]
    $completions[$command]
}
