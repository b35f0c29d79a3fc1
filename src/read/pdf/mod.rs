use super::{ReadError, Reading};
pub fn read(_: &[u8]) -> Result<Reading, ReadError> {
    Err(ReadError::Encrypted)
}
