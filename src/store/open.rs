use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::{DATABASE, Store, StoreError, schema};

/// How long one program waits for another that is writing.
const PATIENCE: Duration = Duration::from_secs(10);
const PAUSE: Duration = Duration::from_millis(20);

impl Store {
    /// Opens the store in the folder `dir`. A store of an earlier version is brought to this one's form. One
    /// that lies on a disk that cannot be written is opened for reading.
    ///
    /// # Errors
    /// [`StoreError::Missing`] where there is none; otherwise what is wrong with it.
    pub fn open(dir: &Path) -> Result<Self, StoreError> {
        if dir.is_file() {
            return Err(StoreError::NotAFolder(dir.to_owned()));
        }
        let path = dir.join(DATABASE);
        if !path.is_file() {
            return Err(StoreError::Missing(dir.to_owned()));
        }
        let connection = match connect_for_writing(&path, false) {
            Err(StoreError::NotWritable { .. } | StoreError::NotReadable { .. }) => {
                connect_for_reading(&path)?
            }
            connected => connected?,
        };
        Ok(Self { dir: dir.to_owned(), connection })
    }

    /// Opens the store in the folder `dir`, making both where they do not exist.
    ///
    /// # Errors
    /// What is wrong with the store, or what keeps it from being made.
    pub fn open_or_create(dir: &Path) -> Result<Self, StoreError> {
        make_folder(dir)?;
        let connection = connect_for_writing(&dir.join(DATABASE), true)?;
        Ok(Self { dir: dir.to_owned(), connection })
    }

    /// Reads the whole database through and looks for damage. Takes a while.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] with the first fault found.
    pub fn check_integrity(&self) -> Result<(), StoreError> {
        let path = self.database();
        let found = self.connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get::<_, String>(0));
        match found.map_err(|error| StoreError::from_sqlite(&path, error))?.as_str() {
            "ok" => Ok(()),
            fault => Err(StoreError::Damaged { path, detail: fault.to_owned() }),
        }
    }
}

pub fn make_folder(dir: &Path) -> Result<(), StoreError> {
    std::fs::create_dir_all(dir).map_err(|error| StoreError::from_io(dir, &error))
}

fn connect_for_writing(path: &Path, create: bool) -> Result<Connection, StoreError> {
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    flags.set(OpenFlags::SQLITE_OPEN_CREATE, create);
    let failed = |error| StoreError::from_sqlite(path, error);
    let mut connection = Connection::open_with_flags(path, flags).map_err(failed)?;
    connection.busy_timeout(PATIENCE).map_err(failed)?;
    // Before anything is changed: a file of another program is left as it is.
    schema::version(&connection, path)?;
    prepare(&connection).map_err(failed)?;
    schema::migrate(&mut connection, path)?;
    Ok(connection)
}

/// The journal is SQLite's write-ahead log: readers see the last commit while a batch is being written.
fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    // Where two programs turn a new database to the log at once, SQLite calls one of them busy and does not
    // wait.
    let mut waited = Duration::ZERO;
    loop {
        match turn_to_log(connection) {
            Err(error) if is_busy(&error) && waited < PATIENCE => {
                std::thread::sleep(PAUSE);
                waited += PAUSE;
            }
            done => return done,
        }
    }
}

fn turn_to_log(connection: &Connection) -> rusqlite::Result<()> {
    let mode: String = connection.pragma_query_value(None, "journal_mode", |row| row.get(0))?;
    if mode != "wal" {
        connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
    }
    Ok(())
}

fn is_busy(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked))
}

/// Opens a database in a folder that cannot be written. SQLite reads one with a write-ahead log only where it
/// may write beside it, unless it is told that nobody changes the file. That is so where nobody can, but such
/// reading passes over commits that are still in the log, so it is done only where the log is empty.
fn connect_for_reading(path: &Path) -> Result<Connection, StoreError> {
    let failed = |error| StoreError::from_sqlite(path, error);
    let flags =
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    let log = std::fs::metadata(path.with_extension("sqlite-wal")).map_or(0, |file| file.len());
    let mode = if log == 0 { "immutable=1" } else { "mode=ro" };
    let connection =
        Connection::open_with_flags(format!("{}?{mode}", file_uri(path)), flags).map_err(failed)?;
    match schema::version(&connection, path)? {
        schema::KNOWN => Ok(connection),
        earlier => {
            let detail = format!("it has form {earlier} and must be brought to form {}", schema::KNOWN);
            Err(StoreError::NotWritable { path: path.to_owned(), detail })
        }
    }
}

fn file_uri(path: &Path) -> String {
    let path: PathBuf = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut uri = String::from("file:");
    for byte in path.to_string_lossy().bytes() {
        match byte {
            b'\\' => uri.push('/'),
            b'%' | b'?' | b'#' => uri.push_str(&format!("%{byte:02x}")),
            plain if plain.is_ascii() => uri.push(plain as char),
            other => uri.push_str(&format!("%{other:02x}")),
        }
    }
    uri
}
