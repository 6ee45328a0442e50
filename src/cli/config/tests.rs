use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;

use super::*;

/// Two files in a folder of the test's own.
struct Files(tempfile::TempDir);

impl Files {
    fn new(own: &str, company: &str) -> std::io::Result<Self> {
        let files = Self(tempfile::tempdir()?);
        for (name, text) in [("own", own), ("company", company)] {
            if !text.is_empty() {
                fs::write(files.path(name), text)?;
                fs::set_permissions(files.path(name), Permissions::from_mode(0o600))?;
            }
        }
        Ok(files)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn around(&self) -> Surroundings {
        Surroundings {
            files: vec![self.path("own"), self.path("company")],
            ..Surroundings::default()
        }
    }
}

/// URL and login as they count.
fn seen(config: &Config) -> [Option<&str>; 2] {
    [config.url(), config.login()].map(|given| given.map(|given| given.value.as_str()))
}

const COMPANY: &str = "database_url = 'postgresql://company/db'
user = 'shared'
[profile.test]
database_url = 'postgresql://test/db'
user = 'tester'
";

#[test]
fn each_place_counts_before_those_below_it() -> Result<(), Box<dyn std::error::Error>> {
    let none = Files::new("", "")?;
    assert_eq!(
        seen(&Config::of(Flags::default(), none.around())?),
        [None, None]
    );

    let files = Files::new("user = 'ada'\n[profile.test]\nuser = 'own'\n", COMPANY)?;
    let flags = Flags::default();
    let config = Config::of(flags, files.around())?;
    assert_eq!(
        seen(&config),
        [Some("postgresql://company/db"), Some("ada")]
    );

    let by_variable = || Surroundings {
        database_url: Some("postgresql://variable/db".into()),
        user: Some("tom".into()),
        ..files.around()
    };
    let config = Config::of(flags, by_variable())?;
    assert_eq!(
        seen(&config),
        [Some("postgresql://variable/db"), Some("tom")]
    );

    // a flag chose the profile; of the two files, each key comes from the first that has it
    let profile = Flags {
        profile: Some("test"),
        ..flags
    };
    let config = Config::of(profile, by_variable())?;
    assert_eq!(seen(&config), [Some("postgresql://test/db"), Some("own")]);

    let all = Flags {
        database_url: Some("postgresql://flag/db"),
        login: Some("tess"),
        ..profile
    };
    let config = Config::of(all, by_variable())?;
    assert_eq!(seen(&config), [Some("postgresql://flag/db"), Some("tess")]);

    // empty ones say nothing
    let empty = Flags {
        database_url: Some(""),
        login: Some(""),
        profile: Some(""),
    };
    assert_eq!(
        seen(&Config::of(empty, files.around())?),
        [Some("postgresql://company/db"), Some("ada")]
    );
    Ok(())
}

#[test]
fn wl_home_counts_before_the_files_alone() -> Result<(), Box<dyn std::error::Error>> {
    let files = Files::new("", COMPANY)?;
    let at_home = || Surroundings {
        home: Some("/srv/home".into()),
        ..files.around()
    };
    let config = Config::of(Flags::default(), at_home())?;
    assert_eq!(seen(&config), [None, Some("shared")]);
    let profile = Flags {
        profile: Some("test"),
        ..Flags::default()
    };
    let config = Config::of(profile, at_home())?;
    assert_eq!(
        seen(&config),
        [Some("postgresql://test/db"), Some("tester")]
    );
    let by_variable = Surroundings {
        database_url: Some("postgresql://variable/db".into()),
        ..at_home()
    };
    let config = Config::of(Flags::default(), by_variable)?;
    assert_eq!(seen(&config)[0], Some("postgresql://variable/db"));
    Ok(())
}

#[test]
fn the_login_of_a_url_counts_before_a_user_from_further_down()
-> Result<(), Box<dyn std::error::Error>> {
    let files = Files::new(
        "user = 'ada'",
        "database_url = 'postgresql://owner@company/db'",
    )?;
    let config = Config::of(Flags::default(), files.around())?;
    assert_eq!(seen(&config)[1], Some("ada"), "the user is from further up");
    for (url, login) in [
        ("postgresql://owner@variable/db", None),
        ("postgresql://variable/db?user=owner", None),
        ("host=variable user=owner", None),
        ("postgresql://variable/db", Some("ada")),
    ] {
        let around = Surroundings {
            database_url: Some(url.into()),
            ..files.around()
        };
        let config = Config::of(Flags::default(), around)?;
        assert_eq!(seen(&config), [Some(url), login]);
        assert_eq!(config.user().map(|user| &*user.value), Some("ada"));
    }
    let both = Surroundings {
        database_url: Some("postgresql://owner@variable/db".into()),
        user: Some("tom".into()),
        ..files.around()
    };
    assert_eq!(seen(&Config::of(Flags::default(), both)?)[1], Some("tom"));
    Ok(())
}

/// The refusal of a file with this text.
fn refused(text: &str) -> Result<String, Box<dyn std::error::Error>> {
    let files = Files::new(text, "")?;
    match Config::of(Flags::default(), files.around()) {
        Ok(config) => Err(format!("{text:?} is taken for {config:?}").into()),
        Err(error) => {
            assert_eq!(error.code(), crate::exit::CONFIG, "{error}");
            let shown = format!("{error}\n{}", error.hint.as_deref().unwrap_or_default());
            Ok(shown.replace(&files.path("own").display().to_string(), "FILE"))
        }
    }
}

#[test]
fn a_mistake_is_named_by_its_line_and_no_line_is_shown() -> Result<(), Box<dyn std::error::Error>> {
    for (text, words) in [
        (
            "user = 'a'\ndatabse_url = 's3cret'",
            "FILE, line 2: unknown key databse_url\n",
        ),
        (
            "[profil.x]\nuser = 's3cret'",
            "FILE, line 1: unknown key profil\n",
        ),
        (
            "[profile.x]\npassword = 's3cret'",
            "FILE, line 2: unknown key password\n",
        ),
        (
            "\n\nuser = s3cret",
            "FILE, line 3: string values must be quoted",
        ),
        ("user = 's3cret", "FILE, line 1: invalid literal string"),
        ("user = 53", "FILE, line 1: a value of the wrong kind\n"),
        (
            "user = ['s3cret']",
            "FILE, line 1: a value of the wrong kind\n",
        ),
        (
            "profile = 's3cret'",
            "FILE, line 1: a value of the wrong kind\n",
        ),
        (
            "user = 's3cret'\nuser = 's3cret'",
            "FILE, line 2: duplicate key\n",
        ),
        (
            "'postgresql://a:s3cret@h' = 1",
            "FILE, line 1: unknown key\n",
        ),
        ("# comment\nuser = ' '", "FILE, line 2: user is empty\n"),
        ("database_url = ''", "FILE, line 1: database_url is empty\n"),
        (
            r#"user = "s3cret\u0000""#,
            "FILE, line 1: user has a control character in it\n",
        ),
        (
            "user = 'a'\n[profile.x]\ndatabase_url = 's3cret'",
            "FILE, line 3: the database URL can't be used: it is neither a URL",
        ),
        (
            "database_url = 'postgresql://a:s3@cret@h/db'",
            "FILE, line 1: the database URL can't be used: a character in it",
        ),
    ] {
        let shown = refused(text)?;
        assert!(shown.starts_with(words), "{text:?}: {shown}");
        assert!(
            !shown.contains("s3") && !shown.contains("53"),
            "{text:?}: {shown}"
        );
    }
    Ok(())
}

#[test]
fn a_missing_profile_is_named() -> Result<(), Box<dyn std::error::Error>> {
    let files = Files::new("[profile.own]\nuser = 'a'", COMPANY)?;
    let flags = Flags {
        profile: Some("tset"),
        ..Flags::default()
    };
    let refused = |around| match Config::of(flags, around) {
        Ok(config) => panic!("{config:?}"),
        Err(error) => (
            error.code(),
            error.hint.clone().unwrap_or_default(),
            error.message,
        ),
    };
    let (code, hint, message) = refused(files.around());
    assert_eq!((code, hint.as_str()), (78, "the profiles are: own, test"));
    let both = format!(
        "there is no profile tset in {} or {}",
        files.path("own").display(),
        files.path("company").display()
    );
    assert_eq!(message, both);
    let (_, _, message) = refused(Surroundings::default());
    assert!(message.ends_with("WL_CONFIG is empty, so no configuration file is read"));
    Ok(())
}

#[test]
fn a_password_is_for_its_owner_and_no_file_for_everyone() -> Result<(), Box<dyn std::error::Error>>
{
    let secret = "\ndatabase_url = 'postgresql://tom:s3cret@h/db'";
    let in_profile = format!("[profile.x]{secret}");
    let root = nix::unistd::geteuid().is_root();
    for (text, mode, refusal) in [
        ("user = 'a'", 0o644, None),
        ("user = 'a'", 0o664, None),
        ("user = 'a'", 0o646, Some("everyone can change FILE")),
        (secret, 0o600, None),
        (
            secret,
            0o644,
            Some("FILE, line 2: a password, which others can read"),
        ),
        (
            &in_profile,
            0o604,
            Some("FILE, line 2: a password, which others can read"),
        ),
        (
            secret,
            0o640,
            (!root).then_some("FILE, line 2: a password, which others can read"),
        ),
    ] {
        let files = Files::new(text, "")?;
        fs::set_permissions(files.path("own"), Permissions::from_mode(mode))?;
        let refused = Config::of(Flags::default(), files.around()).err();
        let refused = refused.map(|error| error.message);
        let path = files.path("own").display().to_string();
        let refused = refused.map(|message| message.replace(&path, "FILE"));
        assert_eq!(refused.as_deref(), refusal, "{text:?} {mode:o}");
    }
    Ok(())
}

#[test]
fn only_a_file_that_is_not_there_is_passed_over() -> Result<(), Box<dyn std::error::Error>> {
    let files = Files::new("", COMPANY)?;
    let refused = |around| Config::of(Flags::default(), around).err();
    // a folder, a link that leads nowhere
    fs::create_dir(files.path("own"))?;
    assert!(refused(files.around()).is_some());
    fs::remove_dir(files.path("own"))?;
    std::os::unix::fs::symlink("/nonexistent", files.path("own"))?;
    assert!(refused(files.around()).is_some());
    fs::remove_file(files.path("own"))?;
    assert!(refused(files.around()).is_none());
    let named = Surroundings {
        named: true,
        ..files.around()
    };
    let error = refused(named).ok_or("taken")?;
    assert!(
        error.message.ends_with("own, which is not there"),
        "{error}"
    );
    Ok(())
}
