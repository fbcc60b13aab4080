//! The folders in which programs are looked for.

use anyhow::{Context, Result};
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// A list of folders, first match wins, as in the variable `PATH`.
#[derive(Clone, Debug, Default)]
pub struct SearchPath(Vec<PathBuf>);

impl SearchPath {
    /// The folders of this process's `PATH`.
    pub fn of_process() -> Self {
        Self(env::var_os("PATH").map_or_else(Vec::new, |path| env::split_paths(&path).collect()))
    }

    /// Puts a folder in front of all others.
    pub fn prepend(&mut self, folder: PathBuf) {
        self.0.retain(|other| *other != folder);
        self.0.insert(0, folder);
    }

    /// Puts a folder behind all others, unless it is there already.
    pub fn append(&mut self, folder: PathBuf) {
        if !self.0.contains(&folder) {
            self.0.push(folder);
        }
    }

    /// The file that running `program` would start, or `None` if no folder holds it.
    pub fn find(&self, program: &str) -> Option<PathBuf> {
        self.0.iter().find_map(|folder| {
            let file = folder.join(program).with_extension(env::consts::EXE_EXTENSION);
            is_program(&file).then_some(file)
        })
    }

    /// The value for the variable `PATH` of a child process.
    ///
    /// # Errors
    /// If the name of a folder holds the character that separates folders.
    pub fn to_variable(&self) -> Result<OsString> {
        env::join_paths(&self.0).context("cannot make PATH for the tools")
    }
}

/// Whether a file is there and may be run.
pub fn is_program(file: &Path) -> bool {
    file.metadata().is_ok_and(|metadata| metadata.is_file() && is_executable(&metadata))
}

#[cfg(unix)]
fn is_executable(metadata: &std::fs::Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt;
    metadata.permissions().mode() & 0o111 != 0
}

#[cfg(not(unix))]
fn is_executable(_: &std::fs::Metadata) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    /// A folder below the build folder that is empty at first and gone at the end.
    struct Scratch(PathBuf);

    impl Scratch {
        fn new(name: &str) -> Self {
            let folder = env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
            fs::create_dir_all(&folder).expect("a scratch folder");
            Self(folder)
        }

        fn program(&self, folder: &str, name: &str) -> PathBuf {
            let folder = self.0.join(folder);
            fs::create_dir_all(&folder).expect("a folder");
            let file = folder.join(name).with_extension(env::consts::EXE_EXTENSION);
            fs::write(&file, "").expect("a file");
            #[cfg(unix)]
            {
                use std::os::unix::fs::PermissionsExt;
                fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).expect("a mode");
            }
            file
        }
    }

    impl Drop for Scratch {
        fn drop(&mut self) {
            fs::remove_dir_all(&self.0).expect("the scratch folder can be removed");
        }
    }

    #[test]
    fn the_first_folder_that_holds_a_program_wins() {
        let scratch = Scratch::new("first");
        let early = scratch.program("early", "tool");
        scratch.program("late", "tool");
        let path = SearchPath(vec![scratch.0.join("early"), scratch.0.join("late")]);
        assert_eq!(path.find("tool"), Some(early));
        assert_eq!(path.find("other"), None);
    }

    #[test]
    fn a_prepended_folder_hides_the_others_and_an_appended_one_does_not() {
        let scratch = Scratch::new("order");
        let old = scratch.program("old", "tool");
        let new = scratch.program("new", "tool");
        let mut path = SearchPath(vec![scratch.0.join("old")]);
        path.append(scratch.0.join("new"));
        assert_eq!(path.find("tool"), Some(old));
        path.prepend(scratch.0.join("new"));
        assert_eq!(path.find("tool"), Some(new));
        assert_eq!(path.0.len(), 2, "no folder is listed twice");
    }

    #[cfg(unix)]
    #[test]
    fn folders_and_files_that_may_not_be_run_are_no_programs() {
        use std::os::unix::fs::PermissionsExt;
        let scratch = Scratch::new("modes");
        let file = scratch.program("bin", "tool");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).expect("a mode");
        let path = SearchPath(vec![scratch.0.clone(), scratch.0.join("bin")]);
        assert_eq!(path.find("tool"), None);
        assert_eq!(path.find("bin"), None);
    }
}
