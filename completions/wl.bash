_wl() {
    local i cur prev opts cmd
    COMPREPLY=()
    if [[ "${BASH_VERSINFO[0]}" -ge 4 ]]; then
        cur="$2"
    else
        cur="${COMP_WORDS[COMP_CWORD]}"
    fi
    prev="$3"
    cmd=""
    opts=""

    for i in "${COMP_WORDS[@]:0:COMP_CWORD}"
    do
        case "${cmd},${i}" in
            ",$1")
                cmd="wl"
                ;;
            wl,approve)
                cmd="wl__subcmd__approve"
                ;;
            wl,audit)
                cmd="wl__subcmd__audit"
                ;;
            wl,bill)
                cmd="wl__subcmd__bill"
                ;;
            wl,cancel)
                cmd="wl__subcmd__cancel"
                ;;
            wl,completions)
                cmd="wl__subcmd__completions"
                ;;
            wl,config)
                cmd="wl__subcmd__config"
                ;;
            wl,db)
                cmd="wl__subcmd__db"
                ;;
            wl,doctor)
                cmd="wl__subcmd__doctor"
                ;;
            wl,entry)
                cmd="wl__subcmd__entry"
                ;;
            wl,exceptions)
                cmd="wl__subcmd__exceptions"
                ;;
            wl,export)
                cmd="wl__subcmd__export"
                ;;
            wl,help)
                cmd="wl__subcmd__help"
                ;;
            wl,init)
                cmd="wl__subcmd__init"
                ;;
            wl,line)
                cmd="wl__subcmd__line"
                ;;
            wl,migrate)
                cmd="wl__subcmd__migrate"
                ;;
            wl,note)
                cmd="wl__subcmd__note"
                ;;
            wl,order)
                cmd="wl__subcmd__order"
                ;;
            wl,report)
                cmd="wl__subcmd__report"
                ;;
            wl,review)
                cmd="wl__subcmd__review"
                ;;
            wl,settings)
                cmd="wl__subcmd__settings"
                ;;
            wl,start)
                cmd="wl__subcmd__start"
                ;;
            wl,status)
                cmd="wl__subcmd__status"
                ;;
            wl,stop)
                cmd="wl__subcmd__stop"
                ;;
            wl,timer)
                cmd="wl__subcmd__timer"
                ;;
            wl,today)
                cmd="wl__subcmd__today"
                ;;
            wl,undo)
                cmd="wl__subcmd__undo"
                ;;
            wl,unlock)
                cmd="wl__subcmd__unlock"
                ;;
            wl,user)
                cmd="wl__subcmd__user"
                ;;
            wl,week)
                cmd="wl__subcmd__week"
                ;;
            wl__subcmd__audit,log)
                cmd="wl__subcmd__audit__subcmd__log"
                ;;
            wl__subcmd__audit,seal)
                cmd="wl__subcmd__audit__subcmd__seal"
                ;;
            wl__subcmd__audit,show)
                cmd="wl__subcmd__audit__subcmd__show"
                ;;
            wl__subcmd__audit,verify)
                cmd="wl__subcmd__audit__subcmd__verify"
                ;;
            wl__subcmd__bill,add)
                cmd="wl__subcmd__bill__subcmd__add"
                ;;
            wl__subcmd__bill,cancel)
                cmd="wl__subcmd__bill__subcmd__cancel"
                ;;
            wl__subcmd__bill,list)
                cmd="wl__subcmd__bill__subcmd__list"
                ;;
            wl__subcmd__bill,show)
                cmd="wl__subcmd__bill__subcmd__show"
                ;;
            wl__subcmd__bill,verify)
                cmd="wl__subcmd__bill__subcmd__verify"
                ;;
            wl__subcmd__config,path)
                cmd="wl__subcmd__config__subcmd__path"
                ;;
            wl__subcmd__config,show)
                cmd="wl__subcmd__config__subcmd__show"
                ;;
            wl__subcmd__db,backup)
                cmd="wl__subcmd__db__subcmd__backup"
                ;;
            wl__subcmd__db,psql)
                cmd="wl__subcmd__db__subcmd__psql"
                ;;
            wl__subcmd__db,restore)
                cmd="wl__subcmd__db__subcmd__restore"
                ;;
            wl__subcmd__db,start)
                cmd="wl__subcmd__db__subcmd__start"
                ;;
            wl__subcmd__db,status)
                cmd="wl__subcmd__db__subcmd__status"
                ;;
            wl__subcmd__db,stop)
                cmd="wl__subcmd__db__subcmd__stop"
                ;;
            wl__subcmd__db,upgrade)
                cmd="wl__subcmd__db__subcmd__upgrade"
                ;;
            wl__subcmd__entry,add)
                cmd="wl__subcmd__entry__subcmd__add"
                ;;
            wl__subcmd__entry,edit)
                cmd="wl__subcmd__entry__subcmd__edit"
                ;;
            wl__subcmd__entry,import)
                cmd="wl__subcmd__entry__subcmd__import"
                ;;
            wl__subcmd__entry,list)
                cmd="wl__subcmd__entry__subcmd__list"
                ;;
            wl__subcmd__entry,remove)
                cmd="wl__subcmd__entry__subcmd__remove"
                ;;
            wl__subcmd__entry,restore)
                cmd="wl__subcmd__entry__subcmd__restore"
                ;;
            wl__subcmd__entry,show)
                cmd="wl__subcmd__entry__subcmd__show"
                ;;
            wl__subcmd__entry,split)
                cmd="wl__subcmd__entry__subcmd__split"
                ;;
            wl__subcmd__export,csv)
                cmd="wl__subcmd__export__subcmd__csv"
                ;;
            wl__subcmd__export,pdf)
                cmd="wl__subcmd__export__subcmd__pdf"
                ;;
            wl__subcmd__export,xlsx)
                cmd="wl__subcmd__export__subcmd__xlsx"
                ;;
            wl__subcmd__line,add)
                cmd="wl__subcmd__line__subcmd__add"
                ;;
            wl__subcmd__line,edit)
                cmd="wl__subcmd__line__subcmd__edit"
                ;;
            wl__subcmd__line,list)
                cmd="wl__subcmd__line__subcmd__list"
                ;;
            wl__subcmd__line,remove)
                cmd="wl__subcmd__line__subcmd__remove"
                ;;
            wl__subcmd__line,restore)
                cmd="wl__subcmd__line__subcmd__restore"
                ;;
            wl__subcmd__line,status)
                cmd="wl__subcmd__line__subcmd__status"
                ;;
            wl__subcmd__migrate,down)
                cmd="wl__subcmd__migrate__subcmd__down"
                ;;
            wl__subcmd__migrate,status)
                cmd="wl__subcmd__migrate__subcmd__status"
                ;;
            wl__subcmd__migrate,up)
                cmd="wl__subcmd__migrate__subcmd__up"
                ;;
            wl__subcmd__order,add)
                cmd="wl__subcmd__order__subcmd__add"
                ;;
            wl__subcmd__order,edit)
                cmd="wl__subcmd__order__subcmd__edit"
                ;;
            wl__subcmd__order,import)
                cmd="wl__subcmd__order__subcmd__import"
                ;;
            wl__subcmd__order,list)
                cmd="wl__subcmd__order__subcmd__list"
                ;;
            wl__subcmd__order,remove)
                cmd="wl__subcmd__order__subcmd__remove"
                ;;
            wl__subcmd__order,restore)
                cmd="wl__subcmd__order__subcmd__restore"
                ;;
            wl__subcmd__order,show)
                cmd="wl__subcmd__order__subcmd__show"
                ;;
            wl__subcmd__order,status)
                cmd="wl__subcmd__order__subcmd__status"
                ;;
            wl__subcmd__report,hours)
                cmd="wl__subcmd__report__subcmd__hours"
                ;;
            wl__subcmd__settings,set)
                cmd="wl__subcmd__settings__subcmd__set"
                ;;
            wl__subcmd__settings,show)
                cmd="wl__subcmd__settings__subcmd__show"
                ;;
            wl__subcmd__timer,cancel)
                cmd="wl__subcmd__timer__subcmd__cancel"
                ;;
            wl__subcmd__timer,start)
                cmd="wl__subcmd__timer__subcmd__start"
                ;;
            wl__subcmd__timer,status)
                cmd="wl__subcmd__timer__subcmd__status"
                ;;
            wl__subcmd__timer,stop)
                cmd="wl__subcmd__timer__subcmd__stop"
                ;;
            wl__subcmd__user,add)
                cmd="wl__subcmd__user__subcmd__add"
                ;;
            wl__subcmd__user,list)
                cmd="wl__subcmd__user__subcmd__list"
                ;;
            wl__subcmd__user,password)
                cmd="wl__subcmd__user__subcmd__password"
                ;;
            wl__subcmd__user,remove)
                cmd="wl__subcmd__user__subcmd__remove"
                ;;
            wl__subcmd__user,rename)
                cmd="wl__subcmd__user__subcmd__rename"
                ;;
            wl__subcmd__user,restore)
                cmd="wl__subcmd__user__subcmd__restore"
                ;;
            wl__subcmd__user,role)
                cmd="wl__subcmd__user__subcmd__role"
                ;;
            *)
                ;;
        esac
    done

    case "${cmd}" in
        wl)
            opts="-q -v -h -V --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help --version init start stop status cancel note timer today week undo entry review approve unlock bill exceptions export report order line user settings config audit migrate db doctor completions help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 1 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__approve)
            opts="-p -n -y -q -v -h --entry --user --period --from --to --dry-run --yes --accept-long --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --entry)
                    COMPREPLY=()
                    return 0
                    ;;
                --user)
                    COMPREPLY=()
                    return 0
                    ;;
                --period)
                    COMPREPLY=()
                    return 0
                    ;;
                -p)
                    COMPREPLY=()
                    return 0
                    ;;
                --from)
                    COMPREPLY=()
                    return 0
                    ;;
                --to)
                    COMPREPLY=()
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__audit)
            opts="-q -v -h --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help log show verify seal"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__audit__subcmd__log)
            opts="-q -v -h --user --action --entry --operation --since --limit --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --user)
                    COMPREPLY=()
                    return 0
                    ;;
                --action)
                    COMPREPLY=()
                    return 0
                    ;;
                --entry)
                    COMPREPLY=()
                    return 0
                    ;;
                --operation)
                    COMPREPLY=()
                    return 0
                    ;;
                --since)
                    COMPREPLY=()
                    return 0
                    ;;
                --limit)
                    COMPREPLY=()
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__audit__subcmd__seal)
            opts="-o -q -v -h --output --force --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --output)
                    COMPREPLY=()
                    return 0
                    ;;
                -o)
                    COMPREPLY=()
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__audit__subcmd__show)
            opts="-q -v -h --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__audit__subcmd__verify)
            opts="-q -v -h --seal --since --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --seal)
                    COMPREPLY=()
                    return 0
                    ;;
                --since)
                    COMPREPLY=()
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__bill)
            opts="-q -v -h --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help add list show cancel verify"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__bill__subcmd__add)
            opts="-n -y -q -v -h --customer --status --until --per --reference --skip-unapproved --dir --documents --dry-run --yes --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --customer)
                    COMPREPLY=()
                    return 0
                    ;;
                --status)
                    COMPREPLY=($(compgen -W "ready_to_bill" -- "${cur}"))
                    return 0
                    ;;
                --until)
                    COMPREPLY=()
                    return 0
                    ;;
                --per)
                    COMPREPLY=($(compgen -W "order customer" -- "${cur}"))
                    return 0
                    ;;
                --reference)
                    COMPREPLY=()
                    return 0
                    ;;
                --dir)
                    COMPREPLY=()
                    return 0
                    ;;
                --documents)
                    COMPREPLY=($(compgen -W "pdf csv xlsx" -- "${cur}"))
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__bill__subcmd__cancel)
            opts="-q -v -h --reason --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --reason)
                    COMPREPLY=()
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__bill__subcmd__list)
            opts="-p -q -v -h --customer --period --cancelled --limit --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --customer)
                    COMPREPLY=()
                    return 0
                    ;;
                --period)
                    COMPREPLY=()
                    return 0
                    ;;
                -p)
                    COMPREPLY=()
                    return 0
                    ;;
                --limit)
                    COMPREPLY=()
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__bill__subcmd__show)
            opts="-q -v -h --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__bill__subcmd__verify)
            opts="-q -v -h --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__cancel)
            opts="-q -v -h --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__completions)
            opts="-q -v -h --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help bash elvish fish powershell zsh"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__config)
            opts="-q -v -h --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help show path"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__config__subcmd__path)
            opts="-q -v -h --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__config__subcmd__show)
            opts="-q -v -h --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__db)
            opts="-q -v -h --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help start stop status psql backup restore upgrade"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__db__subcmd__backup)
            opts="-q -v -h --force --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__db__subcmd__psql)
            opts="-q -v -h --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__db__subcmd__restore)
            opts="-q -v -h --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__db__subcmd__start)
            opts="-q -v -h --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__db__subcmd__status)
            opts="-q -v -h --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__db__subcmd__stop)
            opts="-q -v -h --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__db__subcmd__upgrade)
            opts="-q -v -h --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__doctor)
            opts="-q -v -h --seal --idle-after --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --seal)
                    COMPREPLY=()
                    return 0
                    ;;
                --idle-after)
                    COMPREPLY=()
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__entry)
            opts="-q -v -h --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help list show add edit split remove restore import"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__entry__subcmd__add)
            opts="-n -q -v -h --start --end --for --note --user --reason --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --start)
                    COMPREPLY=()
                    return 0
                    ;;
                --end)
                    COMPREPLY=()
                    return 0
                    ;;
                --for)
                    COMPREPLY=()
                    return 0
                    ;;
                --note)
                    COMPREPLY=()
                    return 0
                    ;;
                -n)
                    COMPREPLY=()
                    return 0
                    ;;
                --user)
                    COMPREPLY=()
                    return 0
                    ;;
                --reason)
                    COMPREPLY=()
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__entry__subcmd__edit)
            opts="-n -q -v -h --start --end --for --line --note --reason --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --start)
                    COMPREPLY=()
                    return 0
                    ;;
                --end)
                    COMPREPLY=()
                    return 0
                    ;;
                --for)
                    COMPREPLY=()
                    return 0
                    ;;
                --line)
                    COMPREPLY=()
                    return 0
                    ;;
                --note)
                    COMPREPLY=()
                    return 0
                    ;;
                -n)
                    COMPREPLY=()
                    return 0
                    ;;
                --reason)
                    COMPREPLY=()
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__entry__subcmd__import)
            opts="-n -q -v -h --map --number --number-replace --line --delimiter --quote --encoding --rejects --force --dry-run --tracker --user --zone --date-order --skip-running --map-users --map-orders --write-maps --create-orders --reason --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --map)
                    COMPREPLY=()
                    return 0
                    ;;
                --number)
                    COMPREPLY=()
                    return 0
                    ;;
                --number-replace)
                    COMPREPLY=()
                    return 0
                    ;;
                --line)
                    COMPREPLY=()
                    return 0
                    ;;
                --delimiter)
                    COMPREPLY=()
                    return 0
                    ;;
                --quote)
                    COMPREPLY=($(compgen -W "double none" -- "${cur}"))
                    return 0
                    ;;
                --encoding)
                    COMPREPLY=($(compgen -W "utf-8 windows-1252 utf-16le utf-16be" -- "${cur}"))
                    return 0
                    ;;
                --rejects)
                    COMPREPLY=()
                    return 0
                    ;;
                --tracker)
                    COMPREPLY=($(compgen -W "toggl clockify harvest kimai watson timewarrior klog timeclock bartib timetrap solidtime" -- "${cur}"))
                    return 0
                    ;;
                --user)
                    COMPREPLY=()
                    return 0
                    ;;
                --zone)
                    COMPREPLY=()
                    return 0
                    ;;
                --date-order)
                    COMPREPLY=($(compgen -W "dmy mdy ymd" -- "${cur}"))
                    return 0
                    ;;
                --map-users)
                    COMPREPLY=()
                    return 0
                    ;;
                --map-orders)
                    COMPREPLY=()
                    return 0
                    ;;
                --reason)
                    COMPREPLY=()
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__entry__subcmd__list)
            opts="-p -q -v -h --user --status --period --from --to --removed --limit --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --user)
                    COMPREPLY=()
                    return 0
                    ;;
                --status)
                    COMPREPLY=($(compgen -W "OPEN LOCKED" -- "${cur}"))
                    return 0
                    ;;
                --period)
                    COMPREPLY=()
                    return 0
                    ;;
                -p)
                    COMPREPLY=()
                    return 0
                    ;;
                --from)
                    COMPREPLY=()
                    return 0
                    ;;
                --to)
                    COMPREPLY=()
                    return 0
                    ;;
                --limit)
                    COMPREPLY=()
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__entry__subcmd__remove)
            opts="-q -v -h --reason --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --reason)
                    COMPREPLY=()
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__entry__subcmd__restore)
            opts="-q -v -h --reason --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --reason)
                    COMPREPLY=()
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__entry__subcmd__show)
            opts="-q -v -h --as-of --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --as-of)
                    COMPREPLY=()
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__entry__subcmd__split)
            opts="-n -q -v -h --at --gap --line --note --reason --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --at)
                    COMPREPLY=()
                    return 0
                    ;;
                --gap)
                    COMPREPLY=()
                    return 0
                    ;;
                --line)
                    COMPREPLY=()
                    return 0
                    ;;
                --note)
                    COMPREPLY=()
                    return 0
                    ;;
                -n)
                    COMPREPLY=()
                    return 0
                    ;;
                --reason)
                    COMPREPLY=()
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__exceptions)
            opts="-o -q -v -h --kind --stale-after --since --limit --counts --output --force --exit-code --format --database-url --as --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --kind)
                    COMPREPLY=($(compgen -W "stale_timer long_entry unapproved_ready_to_bill edited_after_approval done_without_time unbilled_time orphaned" -- "${cur}"))
                    return 0
                    ;;
                --stale-after)
                    COMPREPLY=()
                    return 0
                    ;;
                --since)
                    COMPREPLY=()
                    return 0
                    ;;
                --limit)
                    COMPREPLY=()
                    return 0
                    ;;
                --output)
                    COMPREPLY=()
                    return 0
                    ;;
                -o)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv html prometheus" -- "${cur}"))
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__export)
            opts="-q -v -h --changed-since --exit-code --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help csv xlsx pdf"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --changed-since)
                    COMPREPLY=()
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__export__subcmd__csv)
            opts="-p -o -q -v -h --status --customer --period --from --to --bill --output --dir --include-unapproved --force --by --columns --delimiter --decimal --one-line-notes --totals --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --status)
                    COMPREPLY=($(compgen -W "open in_progress ready_to_bill billed cancelled" -- "${cur}"))
                    return 0
                    ;;
                --customer)
                    COMPREPLY=()
                    return 0
                    ;;
                --period)
                    COMPREPLY=()
                    return 0
                    ;;
                -p)
                    COMPREPLY=()
                    return 0
                    ;;
                --from)
                    COMPREPLY=()
                    return 0
                    ;;
                --to)
                    COMPREPLY=()
                    return 0
                    ;;
                --bill)
                    COMPREPLY=()
                    return 0
                    ;;
                --output)
                    COMPREPLY=()
                    return 0
                    ;;
                -o)
                    COMPREPLY=()
                    return 0
                    ;;
                --dir)
                    COMPREPLY=()
                    return 0
                    ;;
                --by)
                    COMPREPLY=($(compgen -W "line technician day" -- "${cur}"))
                    return 0
                    ;;
                --columns)
                    COMPREPLY=()
                    return 0
                    ;;
                --delimiter)
                    COMPREPLY=()
                    return 0
                    ;;
                --decimal)
                    COMPREPLY=()
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__export__subcmd__pdf)
            opts="-p -o -q -v -h --status --customer --period --from --to --bill --output --dir --include-unapproved --force --hide --signature --paper --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --status)
                    COMPREPLY=($(compgen -W "open in_progress ready_to_bill billed cancelled" -- "${cur}"))
                    return 0
                    ;;
                --customer)
                    COMPREPLY=()
                    return 0
                    ;;
                --period)
                    COMPREPLY=()
                    return 0
                    ;;
                -p)
                    COMPREPLY=()
                    return 0
                    ;;
                --from)
                    COMPREPLY=()
                    return 0
                    ;;
                --to)
                    COMPREPLY=()
                    return 0
                    ;;
                --bill)
                    COMPREPLY=()
                    return 0
                    ;;
                --output)
                    COMPREPLY=()
                    return 0
                    ;;
                -o)
                    COMPREPLY=()
                    return 0
                    ;;
                --dir)
                    COMPREPLY=()
                    return 0
                    ;;
                --hide)
                    COMPREPLY=($(compgen -W "notes names times" -- "${cur}"))
                    return 0
                    ;;
                --signature)
                    COMPREPLY=()
                    return 0
                    ;;
                --paper)
                    COMPREPLY=($(compgen -W "a4 letter" -- "${cur}"))
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__export__subcmd__xlsx)
            opts="-p -o -q -v -h --status --customer --period --from --to --bill --output --dir --include-unapproved --force --by --columns --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --status)
                    COMPREPLY=($(compgen -W "open in_progress ready_to_bill billed cancelled" -- "${cur}"))
                    return 0
                    ;;
                --customer)
                    COMPREPLY=()
                    return 0
                    ;;
                --period)
                    COMPREPLY=()
                    return 0
                    ;;
                -p)
                    COMPREPLY=()
                    return 0
                    ;;
                --from)
                    COMPREPLY=()
                    return 0
                    ;;
                --to)
                    COMPREPLY=()
                    return 0
                    ;;
                --bill)
                    COMPREPLY=()
                    return 0
                    ;;
                --output)
                    COMPREPLY=()
                    return 0
                    ;;
                -o)
                    COMPREPLY=()
                    return 0
                    ;;
                --dir)
                    COMPREPLY=()
                    return 0
                    ;;
                --by)
                    COMPREPLY=($(compgen -W "line technician day" -- "${cur}"))
                    return 0
                    ;;
                --columns)
                    COMPREPLY=()
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__help)
            opts="-q -v -h --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__init)
            opts="-q -v -h --admin --full-name --zone --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --admin)
                    COMPREPLY=()
                    return 0
                    ;;
                --full-name)
                    COMPREPLY=()
                    return 0
                    ;;
                --zone)
                    COMPREPLY=()
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__line)
            opts="-q -v -h --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help add list edit status remove restore"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__line__subcmd__add)
            opts="-d -q -v -h --description --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --description)
                    COMPREPLY=()
                    return 0
                    ;;
                -d)
                    COMPREPLY=()
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__line__subcmd__edit)
            opts="-d -q -v -h --description --reason --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --description)
                    COMPREPLY=()
                    return 0
                    ;;
                -d)
                    COMPREPLY=()
                    return 0
                    ;;
                --reason)
                    COMPREPLY=()
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__line__subcmd__list)
            opts="-q -v -h --removed --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__line__subcmd__remove)
            opts="-q -v -h --reason --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --reason)
                    COMPREPLY=()
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__line__subcmd__restore)
            opts="-q -v -h --reason --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --reason)
                    COMPREPLY=()
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__line__subcmd__status)
            opts="-q -v -h --reason --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help open in_progress done cancelled"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --reason)
                    COMPREPLY=()
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__migrate)
            opts="-q -v -h --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help up down status"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__migrate__subcmd__down)
            opts="-y -q -v -h --all --yes --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__migrate__subcmd__status)
            opts="-q -v -h --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__migrate__subcmd__up)
            opts="-q -v -h --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__note)
            opts="-q -v -h --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__order)
            opts="-q -v -h --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help add list show edit status remove restore import"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__order__subcmd__add)
            opts="-q -v -h --title --customer --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --title)
                    COMPREPLY=()
                    return 0
                    ;;
                --customer)
                    COMPREPLY=()
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__order__subcmd__edit)
            opts="-q -v -h --number --title --customer --reason --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --number)
                    COMPREPLY=()
                    return 0
                    ;;
                --title)
                    COMPREPLY=()
                    return 0
                    ;;
                --customer)
                    COMPREPLY=()
                    return 0
                    ;;
                --reason)
                    COMPREPLY=()
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__order__subcmd__import)
            opts="-n -q -v -h --map --number --number-replace --line --delimiter --quote --encoding --rejects --force --dry-run --number-prefix --customer --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --map)
                    COMPREPLY=()
                    return 0
                    ;;
                --number)
                    COMPREPLY=()
                    return 0
                    ;;
                --number-replace)
                    COMPREPLY=()
                    return 0
                    ;;
                --line)
                    COMPREPLY=()
                    return 0
                    ;;
                --delimiter)
                    COMPREPLY=()
                    return 0
                    ;;
                --quote)
                    COMPREPLY=($(compgen -W "double none" -- "${cur}"))
                    return 0
                    ;;
                --encoding)
                    COMPREPLY=($(compgen -W "utf-8 windows-1252 utf-16le utf-16be" -- "${cur}"))
                    return 0
                    ;;
                --rejects)
                    COMPREPLY=()
                    return 0
                    ;;
                --number-prefix)
                    COMPREPLY=()
                    return 0
                    ;;
                --customer)
                    COMPREPLY=()
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__order__subcmd__list)
            opts="-s -q -v -h --status --customer --search --removed --limit --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --status)
                    COMPREPLY=($(compgen -W "open in_progress ready_to_bill billed cancelled" -- "${cur}"))
                    return 0
                    ;;
                --customer)
                    COMPREPLY=()
                    return 0
                    ;;
                --search)
                    COMPREPLY=()
                    return 0
                    ;;
                -s)
                    COMPREPLY=()
                    return 0
                    ;;
                --limit)
                    COMPREPLY=()
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__order__subcmd__remove)
            opts="-q -v -h --reason --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --reason)
                    COMPREPLY=()
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__order__subcmd__restore)
            opts="-q -v -h --reason --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --reason)
                    COMPREPLY=()
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__order__subcmd__show)
            opts="-q -v -h --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__order__subcmd__status)
            opts="-q -v -h --reason --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help open in_progress ready_to_bill billed cancelled"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --reason)
                    COMPREPLY=()
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__report)
            opts="-q -v -h --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help hours"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__report__subcmd__hours)
            opts="-p -q -v -h --by --across --period --from --to --user --customer --split --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --by)
                    COMPREPLY=($(compgen -W "technician order line customer day week month" -- "${cur}"))
                    return 0
                    ;;
                --across)
                    COMPREPLY=($(compgen -W "day week" -- "${cur}"))
                    return 0
                    ;;
                --period)
                    COMPREPLY=()
                    return 0
                    ;;
                -p)
                    COMPREPLY=()
                    return 0
                    ;;
                --from)
                    COMPREPLY=()
                    return 0
                    ;;
                --to)
                    COMPREPLY=()
                    return 0
                    ;;
                --user)
                    COMPREPLY=()
                    return 0
                    ;;
                --customer)
                    COMPREPLY=()
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__review)
            opts="-p -q -v -h --period --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --period)
                    COMPREPLY=()
                    return 0
                    ;;
                -p)
                    COMPREPLY=()
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__settings)
            opts="-q -v -h --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help show set"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__settings__subcmd__set)
            opts="-q -v -h --reason --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help organisation zone stale_after two_pairs_of_eyes address footer language logo"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --reason)
                    COMPREPLY=()
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__settings__subcmd__show)
            opts="-q -v -h --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__start)
            opts="-n -q -v -h --note --at --no-switch --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --note)
                    COMPREPLY=()
                    return 0
                    ;;
                -n)
                    COMPREPLY=()
                    return 0
                    ;;
                --at)
                    COMPREPLY=()
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__status)
            opts="-q -v -h --short --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__stop)
            opts="-n -q -v -h --at --note --user --reason --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --at)
                    COMPREPLY=()
                    return 0
                    ;;
                --note)
                    COMPREPLY=()
                    return 0
                    ;;
                -n)
                    COMPREPLY=()
                    return 0
                    ;;
                --user)
                    COMPREPLY=()
                    return 0
                    ;;
                --reason)
                    COMPREPLY=()
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__timer)
            opts="-q -v -h --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help start stop status cancel"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__timer__subcmd__cancel)
            opts="-q -v -h --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__timer__subcmd__start)
            opts="-n -q -v -h --note --at --no-switch --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --note)
                    COMPREPLY=()
                    return 0
                    ;;
                -n)
                    COMPREPLY=()
                    return 0
                    ;;
                --at)
                    COMPREPLY=()
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__timer__subcmd__status)
            opts="-q -v -h --short --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__timer__subcmd__stop)
            opts="-n -q -v -h --at --note --user --reason --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --at)
                    COMPREPLY=()
                    return 0
                    ;;
                --note)
                    COMPREPLY=()
                    return 0
                    ;;
                -n)
                    COMPREPLY=()
                    return 0
                    ;;
                --user)
                    COMPREPLY=()
                    return 0
                    ;;
                --reason)
                    COMPREPLY=()
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__today)
            opts="-q -v -h --user --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --user)
                    COMPREPLY=()
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__undo)
            opts="-y -q -v -h --yes --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__unlock)
            opts="-q -v -h --reason --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --reason)
                    COMPREPLY=()
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__user)
            opts="-q -v -h --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help add list rename password role remove restore"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__user__subcmd__add)
            opts="-q -v -h --full-name --role --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --full-name)
                    COMPREPLY=()
                    return 0
                    ;;
                --role)
                    COMPREPLY=($(compgen -W "technician admin accountant ops" -- "${cur}"))
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__user__subcmd__list)
            opts="-q -v -h --removed --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__user__subcmd__password)
            opts="-q -v -h --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__user__subcmd__remove)
            opts="-q -v -h --reason --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --reason)
                    COMPREPLY=()
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__user__subcmd__rename)
            opts="-q -v -h --full-name --reason --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --full-name)
                    COMPREPLY=()
                    return 0
                    ;;
                --reason)
                    COMPREPLY=()
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__user__subcmd__restore)
            opts="-q -v -h --reason --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --reason)
                    COMPREPLY=()
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__user__subcmd__role)
            opts="-q -v -h --reason --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help technician admin accountant ops"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 3 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --reason)
                    COMPREPLY=()
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
        wl__subcmd__week)
            opts="-p -q -v -h --period --user --database-url --as --format --color --no-pager --quiet --verbose --op-id --profile --help"
            if [[ ${cur} == -* || ${COMP_CWORD} -eq 2 ]] ; then
                COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
                return 0
            fi
            case "${prev}" in
                --period)
                    COMPREPLY=()
                    return 0
                    ;;
                -p)
                    COMPREPLY=()
                    return 0
                    ;;
                --user)
                    COMPREPLY=()
                    return 0
                    ;;
                --database-url)
                    COMPREPLY=()
                    return 0
                    ;;
                --as)
                    COMPREPLY=()
                    return 0
                    ;;
                --format)
                    COMPREPLY=($(compgen -W "table json csv" -- "${cur}"))
                    return 0
                    ;;
                --color)
                    COMPREPLY=($(compgen -W "auto always never" -- "${cur}"))
                    return 0
                    ;;
                --op-id)
                    COMPREPLY=()
                    return 0
                    ;;
                --profile)
                    COMPREPLY=()
                    return 0
                    ;;
                *)
                    COMPREPLY=()
                    ;;
            esac
            COMPREPLY=( $(compgen -W "${opts}" -- "${cur}") )
            return 0
            ;;
    esac
}

if [[ "${BASH_VERSINFO[0]}" -eq 4 && "${BASH_VERSINFO[1]}" -ge 4 || "${BASH_VERSINFO[0]}" -gt 4 ]]; then
    complete -F _wl -o nosort -o bashdefault -o default wl
else
    complete -F _wl -o bashdefault -o default wl
fi
