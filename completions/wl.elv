
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
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand init 'Set up the database and its first admin'
            cand timer 'Start and stop your timer'
            cand today 'Show your time of today'
            cand week 'Show your time of this week or another period, by day'
            cand entry 'List and correct time entries'
            cand review 'Show everyone''s time by day, and the commands that approve it'
            cand approve 'Approve finished time, which locks it'
            cand unlock 'Reopen locked entries for a correction'
            cand bill 'Bill approved time, and list and cancel bills'
            cand exceptions 'List what needs attention before billing'
            cand export 'Export approved time, or list what changed since an export'
            cand report 'Add up time'
            cand order 'Add, change and list work orders'
            cand line 'Add, change and list line items of work orders'
            cand user 'Add, change and list people and their roles'
            cand settings 'Show and change settings'
            cand config 'Show the configuration and where it comes from'
            cand audit 'Show and verify the audit trail'
            cand migrate 'Bring the database schema up to date'
            cand db 'Run, back up and restore the private database'
            cand doctor 'Check the installation; exit with 3 if there are findings'
            cand completions 'Print the completion script for a shell'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'wl;init'= {
            cand --admin 'Login of the first admin [default: your system user]'
            cand --full-name 'Name of the first admin as printed on exports [default: the login]'
            cand --zone 'Time zone of all days, periods and typed times [default: this machine''s, if it is certain]'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;timer'= {
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand start 'Start a timer; a running one stops at the same instant'
            cand stop 'Stop the running timer'
            cand status 'Show the running timer'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'wl;timer;start'= {
            cand -n 'What you are doing'
            cand --note 'What you are doing'
            cand --at 'Start time, such as 14:30, "yesterday 16:00", "20m ago" or 2026-03-01T14:30:00Z'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-switch 'Refuse if a timer is running, instead of stopping it'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;timer;stop'= {
            cand --at 'End time, such as 14:30 or "20m ago"'
            cand -n 'What you did; added after the note from the start'
            cand --note 'What you did; added after the note from the start'
            cand --user 'Stop this user''s timer, as an admin'
            cand --reason 'Reason; required for another user''s timer'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;timer;status'= {
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;timer;help'= {
            cand start 'Start a timer; a running one stops at the same instant'
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
        &'wl;today'= {
            cand --user 'Show this person''s time; for admins, accountants and ops'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;week'= {
            cand --user 'Show this person''s time; for admins, accountants and ops'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;entry'= {
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand list 'List time entries, oldest first'
            cand show 'Show one entry'
            cand add 'Add a finished entry'
            cand edit 'Correct an entry'
            cand split 'Split an entry in two, perhaps with a break between them; the first part keeps the ID'
            cand remove 'Hide an entry; it stays in the audit trail'
            cand restore 'Bring a removed entry back'
            cand import 'Import entries from a CSV file'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'wl;entry;list'= {
            cand --user 'Only this user''s time'
            cand --status 'Only OPEN or LOCKED entries'
            cand -p 'Only time that started in this period, such as today, last-month, 2026-07, 2026-W48, 7d or 2026-07-01..2026-07-15'
            cand --period 'Only time that started in this period, such as today, last-month, 2026-07, 2026-W48, 7d or 2026-07-01..2026-07-15'
            cand --from 'Only time that started on the first day of this period or later'
            cand --to 'Only time that started on the last day of this period or earlier'
            cand --limit 'Show only this many, the newest'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --removed 'Show removed entries instead'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;entry;show'= {
            cand --as-of 'Show the entry as it was at this time, rebuilt from the audit trail. It goes by the time at which changes were recorded, not by the times that an entry says'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;entry;add'= {
            cand --start 'Start time, such as "yesterday 16:00" or "24 nov 9:00"'
            cand --end 'End time; 14:30 alone is on the day of the start, or on the day after if it would be earlier than the start'
            cand --for 'Length, such as 2h or 1h30m, instead of --start or --end; alone, it ends now'
            cand -n 'What was done'
            cand --note 'What was done'
            cand --user 'User whose time it is; only admins add time for others'
            cand --reason 'Reason; required for another user''s time'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;entry;edit'= {
            cand --start 'New start; 14:30 alone is on the day of the entry'
            cand --end 'New end; 14:30 alone is on the day of the start, or on the day after if it would be earlier than the start'
            cand --for 'New length, such as 2h or 1h30m; it moves the end, or the start if --end is given'
            cand --line 'Move to this line item, or to an order that has only one open line item'
            cand -n 'New note; an empty one removes it'
            cand --note 'New note; an empty one removes it'
            cand --reason 'Reason; required for another user''s time and for time that was approved before'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;entry;split'= {
            cand --at 'Where the first part ends; 14:30 alone is on the day of the entry'
            cand --gap 'Break between the parts, such as 30m'
            cand --line 'Line item of the second part, or an order that has only one open line item'
            cand -n 'Note of the second part [default: the same, unless --line is given]'
            cand --note 'Note of the second part [default: the same, unless --line is given]'
            cand --reason 'Reason; required for another user''s time and for time that was approved before'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;entry;remove'= {
            cand --reason 'Reason; required for another user''s time and for time that was approved before'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;entry;restore'= {
            cand --reason 'Reason; required for another user''s time and for time that was approved before'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;entry;import'= {
            cand --map 'Column that holds a target, such as number=case_id; can be repeated. A column with the target''s name needs none. start_ts=DATE+TIME joins two columns'
            cand --number 'Order number of all rows'
            cand --number-replace 'Replace text in order numbers, such as /=- for each slash; can be repeated'
            cand --line 'Line item of all rows'
            cand --delimiter 'Character between columns, or the word tab [default: a comma, or that of a first line such as sep=;]'
            cand --quote 'Whether quotes enclose cells; none reads them as ordinary characters'
            cand --encoding 'Encoding of a file that is not UTF-8 and has no byte order mark'
            cand --rejects 'Import the valid rows, and write the others to this file, each with the rule that refused it. The same command imports that file when it is corrected'
            cand --tracker 'Tracker that wrote the file [default: the one that its content shows]'
            cand --user 'Person whose time the file contains; an admin gives it if no column does'
            cand --zone 'Time zone of times without an offset, such as Europe/Berlin [default: the setting zone]'
            cand --date-order 'Where dates such as 03/04/2026 have their day; a date of the file may show it'
            cand --map-users 'CSV file with two columns, theirs and ours: people of the file by login, full name or mail address, and their logins here'
            cand --map-orders 'The same for projects, or PROJECT/TASK, and order numbers here, or ORDER/LINE'
            cand --reason 'Reason for the audit trail [default: import of FILE]'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --force 'Replace the file of rejects if it exists'
            cand -n 'Show what would be imported without changing anything'
            cand --dry-run 'Show what would be imported without changing anything'
            cand --skip-running 'Leave out rows without an end, which are still running'
            cand --write-maps 'With --dry-run, write the files of --map-users and --map-orders with what was found; what is missing stays to be filled in'
            cand --create-orders 'Make the orders that the file''s projects need, with a line item for each task'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
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
            cand split 'Split an entry in two, perhaps with a break between them; the first part keeps the ID'
            cand remove 'Hide an entry; it stays in the audit trail'
            cand restore 'Bring a removed entry back'
            cand import 'Import entries from a CSV file'
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
        &'wl;entry;help;split'= {
        }
        &'wl;entry;help;remove'= {
        }
        &'wl;entry;help;restore'= {
        }
        &'wl;entry;help;import'= {
        }
        &'wl;entry;help;help'= {
        }
        &'wl;review'= {
            cand -p 'Time that started in this period, such as last-week, month or 2026-W48; longer ones have a table for each week'
            cand --period 'Time that started in this period, such as last-week, month or 2026-W48; longer ones have a table for each week'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;approve'= {
            cand --entry 'Approve this entry (ID, @ or @2), beside the orders; can be repeated'
            cand --user 'Only this user''s time; can be repeated'
            cand -p 'Only time that started in this period, such as today, last-month, 2026-07, 2026-W48, 7d or 2026-07-01..2026-07-15'
            cand --period 'Only time that started in this period, such as today, last-month, 2026-07, 2026-W48, 7d or 2026-07-01..2026-07-15'
            cand --from 'Only time that started on the first day of this period or later'
            cand --to 'Only time that started on the last day of this period or earlier'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand -n 'Show what would be approved without changing anything'
            cand --dry-run 'Show what would be approved without changing anything'
            cand -y 'Approve without asking for confirmation'
            cand --yes 'Approve without asking for confirmation'
            cand --accept-long 'Also approve entries longer than the setting stale_after'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;unlock'= {
            cand --reason 'Reason for the correction'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;bill'= {
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand add 'Bill approved time that is on no active bill'
            cand list 'List bills'
            cand show 'Show a bill and its lines'
            cand cancel 'Cancel a bill, so that its time can be corrected and billed again'
            cand verify 'Say which bill a file is a document of; exit with 3 if a file is unknown'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'wl;bill;add'= {
            cand --customer 'Bill all work orders of this customer; the full name, ignoring case'
            cand --status 'Bill all work orders with this status'
            cand --until 'Only time that started on this day or earlier [default: today]'
            cand --per 'One bill for each work order, or for each customer'
            cand --reference 'Accounting''s own number for the bill, if the selection makes one'
            cand --dir 'Then write the documents of the bills into this folder, such as bill-00017.pdf'
            cand --documents 'Which documents'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --skip-unapproved 'Leave unapproved time for the next bill'
            cand -n 'Show what would be billed without changing anything'
            cand --dry-run 'Show what would be billed without changing anything'
            cand -y 'Bill without asking for confirmation'
            cand --yes 'Bill without asking for confirmation'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;bill;list'= {
            cand --customer 'Only bills whose customer contains this text'
            cand -p 'Only bills made in this period, such as today, last-month, 2026-07 or 7d'
            cand --period 'Only bills made in this period, such as today, last-month, 2026-07 or 7d'
            cand --limit 'Show only this many, the newest'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --cancelled 'Also list cancelled bills'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;bill;show'= {
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;bill;cancel'= {
            cand --reason 'Reason'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;bill;verify'= {
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;bill;help'= {
            cand add 'Bill approved time that is on no active bill'
            cand list 'List bills'
            cand show 'Show a bill and its lines'
            cand cancel 'Cancel a bill, so that its time can be corrected and billed again'
            cand verify 'Say which bill a file is a document of; exit with 3 if a file is unknown'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'wl;bill;help;add'= {
        }
        &'wl;bill;help;list'= {
        }
        &'wl;bill;help;show'= {
        }
        &'wl;bill;help;cancel'= {
        }
        &'wl;bill;help;verify'= {
        }
        &'wl;bill;help;help'= {
        }
        &'wl;exceptions'= {
            cand --kind 'Only this kind; can be repeated'
            cand --stale-after 'How long a timer may run and an entry may be, such as 8h [default: the setting stale_after]'
            cand --since 'Also list, as resolved, entries that were edited and approved again since this time'
            cand --limit 'Show at most this many of each kind, oldest first; 0 shows all'
            cand -o 'Write to this file instead of standard output, completely or not at all'
            cand --output 'Write to this file instead of standard output, completely or not at all'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --counts 'Show only the number of each kind and the time of the oldest'
            cand --force 'Replace the file if it exists'
            cand --exit-code 'Exit with 3 if there are any exceptions'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;export'= {
            cand --changed-since 'List what has changed in what was handed over: a side file or a manifest, or for everything a seal file or the 64 digits of a seal'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --exit-code 'Exit with 3 if anything has changed'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand csv 'Export a table as text, for accounting systems and scripts'
            cand xlsx 'Export a spreadsheet: the rows on one sheet, totals on another'
            cand pdf 'Export a document to file or send'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'wl;export;csv'= {
            cand --status 'All orders with this status'
            cand --customer 'All orders of this customer: the full name, ignoring case'
            cand -p 'Only time that started in this period, such as today, last-month, 2026-07, 2026-W48, 7d or 2026-07-01..2026-07-15'
            cand --period 'Only time that started in this period, such as today, last-month, 2026-07, 2026-W48, 7d or 2026-07-01..2026-07-15'
            cand --from 'Only time that started on the first day of this period or later'
            cand --to 'Only time that started on the last day of this period or earlier'
            cand --bill 'Document of this bill, such as 17, or with --dir of several, such as 17..20: made of the lines as they were billed, and registered for wl bill verify'
            cand -o 'File to write; - is standard output'
            cand --output 'File to write; - is standard output'
            cand --dir 'Write one file for each order, and a manifest, into this folder; after an interruption, the same command continues'
            cand --by 'Write one row for each line item, person or day instead of each entry; approved and open time have rows of their own'
            cand --columns 'Only these columns, in this order, such as work_order,user,hours'
            cand --delimiter 'Character between columns [default: , or with --decimal , ;]'
            cand --decimal 'Character before the decimals of hours: . or ,'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --include-unapproved 'Export a draft that also has unapproved time, marked as such'
            cand --force 'Replace existing files'
            cand --one-line-notes 'Write line breaks in notes and other texts as " / "'
            cand --totals 'Add a last line with the sums, and one for the rounding difference if there is any'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;export;xlsx'= {
            cand --status 'All orders with this status'
            cand --customer 'All orders of this customer: the full name, ignoring case'
            cand -p 'Only time that started in this period, such as today, last-month, 2026-07, 2026-W48, 7d or 2026-07-01..2026-07-15'
            cand --period 'Only time that started in this period, such as today, last-month, 2026-07, 2026-W48, 7d or 2026-07-01..2026-07-15'
            cand --from 'Only time that started on the first day of this period or later'
            cand --to 'Only time that started on the last day of this period or earlier'
            cand --bill 'Document of this bill, such as 17, or with --dir of several, such as 17..20: made of the lines as they were billed, and registered for wl bill verify'
            cand -o 'File to write; - is standard output'
            cand --output 'File to write; - is standard output'
            cand --dir 'Write one file for each order, and a manifest, into this folder; after an interruption, the same command continues'
            cand --by 'Write one row for each line item, person or day instead of each entry; approved and open time have rows of their own'
            cand --columns 'Only these columns, in this order, such as work_order,user,hours'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --include-unapproved 'Export a draft that also has unapproved time, marked as such'
            cand --force 'Replace existing files'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;export;pdf'= {
            cand --status 'All orders with this status'
            cand --customer 'All orders of this customer: the full name, ignoring case'
            cand -p 'Only time that started in this period, such as today, last-month, 2026-07, 2026-W48, 7d or 2026-07-01..2026-07-15'
            cand --period 'Only time that started in this period, such as today, last-month, 2026-07, 2026-W48, 7d or 2026-07-01..2026-07-15'
            cand --from 'Only time that started on the first day of this period or later'
            cand --to 'Only time that started on the last day of this period or earlier'
            cand --bill 'Document of this bill, such as 17, or with --dir of several, such as 17..20: made of the lines as they were billed, and registered for wl bill verify'
            cand -o 'File to write; - is standard output'
            cand --output 'File to write; - is standard output'
            cand --dir 'Write one file for each order, and a manifest, into this folder; after an interruption, the same command continues'
            cand --hide 'What is not printed'
            cand --signature 'A line to sign on, with this text under it; repeat it for several'
            cand --paper 'Size of the paper'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --include-unapproved 'Export a draft that also has unapproved time, marked as such'
            cand --force 'Replace existing files'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;export;help'= {
            cand csv 'Export a table as text, for accounting systems and scripts'
            cand xlsx 'Export a spreadsheet: the rows on one sheet, totals on another'
            cand pdf 'Export a document to file or send'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'wl;export;help;csv'= {
        }
        &'wl;export;help;xlsx'= {
        }
        &'wl;export;help;pdf'= {
        }
        &'wl;export;help;help'= {
        }
        &'wl;report'= {
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand hours 'Add up time by people, orders, customers or days; the total is always the same'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'wl;report;hours'= {
            cand --by 'What to group the time by'
            cand --across 'Also show each day or week in a column of its own'
            cand -p 'Only time that started in this period, such as today, last-month, 2026-07, 2026-W48, 7d or 2026-07-01..2026-07-15'
            cand --period 'Only time that started in this period, such as today, last-month, 2026-07, 2026-W48, 7d or 2026-07-01..2026-07-15'
            cand --from 'Only time that started on the first day of this period or later'
            cand --to 'Only time that started on the last day of this period or earlier'
            cand --user 'Only this user''s time'
            cand --customer 'Only time on orders of this customer: the full name, ignoring case'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --split 'Split work at midnight and at the edges of the period, instead of counting it where it started'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;report;help'= {
            cand hours 'Add up time by people, orders, customers or days; the total is always the same'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'wl;report;help;hours'= {
        }
        &'wl;report;help;help'= {
        }
        &'wl;order'= {
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand add 'Add a work order'
            cand list 'List work orders'
            cand show 'Show a work order and its line items'
            cand edit 'Change a work order''s number, title or customer'
            cand status 'Change a work order''s status'
            cand remove 'Hide a work order that has no time'
            cand restore 'Bring a removed work order back'
            cand import 'Import work orders from a CSV file'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'wl;order;add'= {
            cand --title 'Work to be done'
            cand --customer 'Customer'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;order;list'= {
            cand --status 'Only orders with this status'
            cand --customer 'Only orders whose customer contains this text'
            cand -s 'Only orders whose number, title or customer contains this text'
            cand --search 'Only orders whose number, title or customer contains this text'
            cand --limit 'Show at most this many'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --removed 'Also list removed orders'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;order;show'= {
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;order;edit'= {
            cand --number 'New number'
            cand --title 'New title'
            cand --customer 'New customer'
            cand --reason 'Reason'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;order;status'= {
            cand --reason 'Reason; required to move a billed order back'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;order;remove'= {
            cand --reason 'Reason'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;order;restore'= {
            cand --reason 'Reason'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;order;import'= {
            cand --map 'Column that holds a target, such as number=case_id; can be repeated. A column with the target''s name needs none. start_ts=DATE+TIME joins two columns'
            cand --number 'Order number of all rows'
            cand --number-replace 'Replace text in order numbers, such as /=- for each slash; can be repeated'
            cand --line 'Line item of all rows'
            cand --delimiter 'Character between columns, or the word tab [default: a comma, or that of a first line such as sep=;]'
            cand --quote 'Whether quotes enclose cells; none reads them as ordinary characters'
            cand --encoding 'Encoding of a file that is not UTF-8 and has no byte order mark'
            cand --rejects 'Import the valid rows, and write the others to this file, each with the rule that refused it. The same command imports that file when it is corrected'
            cand --number-prefix 'Prefix of each order number; if no column holds numbers, rows are numbered from 1'
            cand --customer 'Customer of all orders'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --force 'Replace the file of rejects if it exists'
            cand -n 'Show what would be imported without changing anything'
            cand --dry-run 'Show what would be imported without changing anything'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;order;help'= {
            cand add 'Add a work order'
            cand list 'List work orders'
            cand show 'Show a work order and its line items'
            cand edit 'Change a work order''s number, title or customer'
            cand status 'Change a work order''s status'
            cand remove 'Hide a work order that has no time'
            cand restore 'Bring a removed work order back'
            cand import 'Import work orders from a CSV file'
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
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand add 'Add a line item at the end of a work order'
            cand list 'List the line items of a work order'
            cand edit 'Change a line item''s description'
            cand status 'Change a line item''s status'
            cand remove 'Hide a line item that has no time'
            cand restore 'Bring a removed line item back'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'wl;line;add'= {
            cand -d 'Work to be done'
            cand --description 'Work to be done'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;line;list'= {
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --removed 'Also list removed line items'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;line;edit'= {
            cand -d 'New description'
            cand --description 'New description'
            cand --reason 'Reason'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;line;status'= {
            cand --reason 'Reason'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;line;remove'= {
            cand --reason 'Reason'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;line;restore'= {
            cand --reason 'Reason'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;line;help'= {
            cand add 'Add a line item at the end of a work order'
            cand list 'List the line items of a work order'
            cand edit 'Change a line item''s description'
            cand status 'Change a line item''s status'
            cand remove 'Hide a line item that has no time'
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
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand add 'Add a user with a login and a role'
            cand list 'List users'
            cand rename 'Change a user''s full name; the login stays'
            cand role 'Change a user''s role'
            cand remove 'Remove a user''s rights; the history stays'
            cand restore 'Bring a removed user back'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'wl;user;add'= {
            cand --full-name 'Name as printed on exports'
            cand --role 'Role, which decides what the user may do'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;user;list'= {
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --removed 'Also list removed users'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;user;rename'= {
            cand --reason 'Reason'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;user;role'= {
            cand --reason 'Reason'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;user;remove'= {
            cand --reason 'Reason'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;user;restore'= {
            cand --reason 'Reason'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;user;help'= {
            cand add 'Add a user with a login and a role'
            cand list 'List users'
            cand rename 'Change a user''s full name; the login stays'
            cand role 'Change a user''s role'
            cand remove 'Remove a user''s rights; the history stays'
            cand restore 'Bring a removed user back'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'wl;user;help;add'= {
        }
        &'wl;user;help;list'= {
        }
        &'wl;user;help;rename'= {
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
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand show 'Show all settings'
            cand set 'Change a setting; an empty value removes it'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'wl;settings;show'= {
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;settings;set'= {
            cand --reason 'Reason'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;settings;help'= {
            cand show 'Show all settings'
            cand set 'Change a setting; an empty value removes it'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'wl;settings;help;show'= {
        }
        &'wl;settings;help;set'= {
        }
        &'wl;settings;help;help'= {
        }
        &'wl;config'= {
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand show 'Show each value and where it comes from; passwords are not shown'
            cand path 'Print the path of your configuration file, whether or not it exists'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'wl;config;show'= {
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;config;path'= {
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;config;help'= {
            cand show 'Show each value and where it comes from; passwords are not shown'
            cand path 'Print the path of your configuration file, whether or not it exists'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'wl;config;help;show'= {
        }
        &'wl;config;help;path'= {
        }
        &'wl;config;help;help'= {
        }
        &'wl;audit'= {
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand log 'Show who did what, when and why, newest last'
            cand show 'Show the history of one row: who changed what, when and why, with old and new values'
            cand verify 'Recompute all chains and compare each row with its last record; exit with 3 if anything is wrong'
            cand seal 'Print the current seal of the audit trail'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'wl;audit;log'= {
            cand --user 'Only actions of this user'
            cand --action 'Only this action or group of actions, such as entry.unlock or timer'
            cand --entry 'Only records about this entry'
            cand --operation 'Only records of this operation'
            cand --since 'Only records since this time'
            cand --limit 'Show only this many, the newest'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;audit;show'= {
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;audit;verify'= {
            cand --seal 'Also check that every record under this earlier seal still exists; takes a seal file or the 64 digits from a document'
            cand --since 'Verify only the records after this earlier seal; those under it were verified before. Only a full verification detects that a later record was removed'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;audit;seal'= {
            cand -o 'Write the seal to this file'
            cand --output 'Write the seal to this file'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --force 'Replace the file if it exists'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;audit;help'= {
            cand log 'Show who did what, when and why, newest last'
            cand show 'Show the history of one row: who changed what, when and why, with old and new values'
            cand verify 'Recompute all chains and compare each row with its last record; exit with 3 if anything is wrong'
            cand seal 'Print the current seal of the audit trail'
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
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand up 'Apply missing migrations'
            cand down 'Undo the last migration; only possible while there is no data'
            cand status 'Show which migrations are applied'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'wl;migrate;up'= {
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;migrate;down'= {
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --all 'Undo all migrations'
            cand -y 'Don''t ask for confirmation'
            cand --yes 'Don''t ask for confirmation'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;migrate;status'= {
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;migrate;help'= {
            cand up 'Apply missing migrations'
            cand down 'Undo the last migration; only possible while there is no data'
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
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
            cand start 'Start the private database'
            cand stop 'Stop the private database'
            cand status 'Show where the private database is and whether it is running'
            cand psql 'Open psql with your login, or with the one that --as names'
            cand backup 'Back up the private database, or as its owner the configured server''s'
            cand restore 'Restore a backup into an empty database and verify it'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'wl;db;start'= {
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;db;stop'= {
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;db;status'= {
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;db;psql'= {
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;db;backup'= {
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --force 'Replace the files if they exist'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;db;restore'= {
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;db;help'= {
            cand start 'Start the private database'
            cand stop 'Stop the private database'
            cand status 'Show where the private database is and whether it is running'
            cand psql 'Open psql with your login, or with the one that --as names'
            cand backup 'Back up the private database, or as its owner the configured server''s'
            cand restore 'Restore a backup into an empty database and verify it'
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
            cand --seal 'Earlier seal that the trail must still contain: a seal file or the 64 digits from a document'
            cand --idle-after 'Report sessions that are idle in a transaction for longer than this'
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;completions'= {
            cand --database-url 'Database to use, before DATABASE_URL and files [default: the private database]'
            cand --as 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]'
            cand --format 'Output format'
            cand --color 'When to use colours'
            cand --op-id 'ID of this operation; repeated with the same ID, the work is done only once'
            cand --profile 'Section [profile.NAME] of the configuration files that names database and login'
            cand --no-pager 'Print long lists directly, without a pager'
            cand -q 'Print only results, warnings and errors'
            cand --quiet 'Print only results, warnings and errors'
            cand -v 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand --verbose 'Print the causes of an error; -vv also prints each SQL statement and its duration'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand -V 'Print version'
            cand --version 'Print version'
        }
        &'wl;help'= {
            cand init 'Set up the database and its first admin'
            cand timer 'Start and stop your timer'
            cand today 'Show your time of today'
            cand week 'Show your time of this week or another period, by day'
            cand entry 'List and correct time entries'
            cand review 'Show everyone''s time by day, and the commands that approve it'
            cand approve 'Approve finished time, which locks it'
            cand unlock 'Reopen locked entries for a correction'
            cand bill 'Bill approved time, and list and cancel bills'
            cand exceptions 'List what needs attention before billing'
            cand export 'Export approved time, or list what changed since an export'
            cand report 'Add up time'
            cand order 'Add, change and list work orders'
            cand line 'Add, change and list line items of work orders'
            cand user 'Add, change and list people and their roles'
            cand settings 'Show and change settings'
            cand config 'Show the configuration and where it comes from'
            cand audit 'Show and verify the audit trail'
            cand migrate 'Bring the database schema up to date'
            cand db 'Run, back up and restore the private database'
            cand doctor 'Check the installation; exit with 3 if there are findings'
            cand completions 'Print the completion script for a shell'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'wl;help;init'= {
        }
        &'wl;help;timer'= {
            cand start 'Start a timer; a running one stops at the same instant'
            cand stop 'Stop the running timer'
            cand status 'Show the running timer'
        }
        &'wl;help;timer;start'= {
        }
        &'wl;help;timer;stop'= {
        }
        &'wl;help;timer;status'= {
        }
        &'wl;help;today'= {
        }
        &'wl;help;week'= {
        }
        &'wl;help;entry'= {
            cand list 'List time entries, oldest first'
            cand show 'Show one entry'
            cand add 'Add a finished entry'
            cand edit 'Correct an entry'
            cand split 'Split an entry in two, perhaps with a break between them; the first part keeps the ID'
            cand remove 'Hide an entry; it stays in the audit trail'
            cand restore 'Bring a removed entry back'
            cand import 'Import entries from a CSV file'
        }
        &'wl;help;entry;list'= {
        }
        &'wl;help;entry;show'= {
        }
        &'wl;help;entry;add'= {
        }
        &'wl;help;entry;edit'= {
        }
        &'wl;help;entry;split'= {
        }
        &'wl;help;entry;remove'= {
        }
        &'wl;help;entry;restore'= {
        }
        &'wl;help;entry;import'= {
        }
        &'wl;help;review'= {
        }
        &'wl;help;approve'= {
        }
        &'wl;help;unlock'= {
        }
        &'wl;help;bill'= {
            cand add 'Bill approved time that is on no active bill'
            cand list 'List bills'
            cand show 'Show a bill and its lines'
            cand cancel 'Cancel a bill, so that its time can be corrected and billed again'
            cand verify 'Say which bill a file is a document of; exit with 3 if a file is unknown'
        }
        &'wl;help;bill;add'= {
        }
        &'wl;help;bill;list'= {
        }
        &'wl;help;bill;show'= {
        }
        &'wl;help;bill;cancel'= {
        }
        &'wl;help;bill;verify'= {
        }
        &'wl;help;exceptions'= {
        }
        &'wl;help;export'= {
            cand csv 'Export a table as text, for accounting systems and scripts'
            cand xlsx 'Export a spreadsheet: the rows on one sheet, totals on another'
            cand pdf 'Export a document to file or send'
        }
        &'wl;help;export;csv'= {
        }
        &'wl;help;export;xlsx'= {
        }
        &'wl;help;export;pdf'= {
        }
        &'wl;help;report'= {
            cand hours 'Add up time by people, orders, customers or days; the total is always the same'
        }
        &'wl;help;report;hours'= {
        }
        &'wl;help;order'= {
            cand add 'Add a work order'
            cand list 'List work orders'
            cand show 'Show a work order and its line items'
            cand edit 'Change a work order''s number, title or customer'
            cand status 'Change a work order''s status'
            cand remove 'Hide a work order that has no time'
            cand restore 'Bring a removed work order back'
            cand import 'Import work orders from a CSV file'
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
            cand edit 'Change a line item''s description'
            cand status 'Change a line item''s status'
            cand remove 'Hide a line item that has no time'
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
            cand add 'Add a user with a login and a role'
            cand list 'List users'
            cand rename 'Change a user''s full name; the login stays'
            cand role 'Change a user''s role'
            cand remove 'Remove a user''s rights; the history stays'
            cand restore 'Bring a removed user back'
        }
        &'wl;help;user;add'= {
        }
        &'wl;help;user;list'= {
        }
        &'wl;help;user;rename'= {
        }
        &'wl;help;user;role'= {
        }
        &'wl;help;user;remove'= {
        }
        &'wl;help;user;restore'= {
        }
        &'wl;help;settings'= {
            cand show 'Show all settings'
            cand set 'Change a setting; an empty value removes it'
        }
        &'wl;help;settings;show'= {
        }
        &'wl;help;settings;set'= {
        }
        &'wl;help;config'= {
            cand show 'Show each value and where it comes from; passwords are not shown'
            cand path 'Print the path of your configuration file, whether or not it exists'
        }
        &'wl;help;config;show'= {
        }
        &'wl;help;config;path'= {
        }
        &'wl;help;audit'= {
            cand log 'Show who did what, when and why, newest last'
            cand show 'Show the history of one row: who changed what, when and why, with old and new values'
            cand verify 'Recompute all chains and compare each row with its last record; exit with 3 if anything is wrong'
            cand seal 'Print the current seal of the audit trail'
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
            cand up 'Apply missing migrations'
            cand down 'Undo the last migration; only possible while there is no data'
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
            cand stop 'Stop the private database'
            cand status 'Show where the private database is and whether it is running'
            cand psql 'Open psql with your login, or with the one that --as names'
            cand backup 'Back up the private database, or as its owner the configured server''s'
            cand restore 'Restore a backup into an empty database and verify it'
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
